import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPart, splitName } from './person-name';

const fromSplit = (name: string) => {
  const split = splitName(name);
  return split === null ? null : [split.firstName, split.lastName, split.certain ? 'certain' : 'offered'];
};

describe('the parts of a name', () => {
  it.each([
    ['Mira Okonkwo', 'Mira', 'Okonkwo'],
    ['MIRA OKONKWO', 'MIRA', 'OKONKWO'],
    ['mira okonkwo', 'mira', 'okonkwo'],
    ['Jean-Luc d’Aubigny', 'Jean-Luc', 'd’Aubigny'],
    ["Siobhán O'Brien", 'Siobhán', "O'Brien"],
    ['Ewan McGregor', 'Ewan', 'McGregor'],
    ['Ирина Соколова', 'Ирина', 'Соколова'],
    ['ليلى حداد', 'ليلى', 'حداد'],
    ['आरती शर्मा', 'आरती', 'शर्मा'],
    ['  Mira   Okonkwo ', 'Mira', 'Okonkwo'],
    ['JEAN-LUC OKONKWO', 'JEAN-LUC', 'OKONKWO'],
    ['ليلى Okonkwo', 'ليلى', 'Okonkwo'],
    ['Nadia Kassir', 'Nadia', 'Kassir'],
    ['Drew Ingram', 'Drew', 'Ingram'],
    ['Yuri Aviv', 'Yuri', 'Aviv'],
    ['Ivan Srna', 'Ivan', 'Srna'],
  ])('are certain for two plain words: %s', (name, first, last) => {
    expect(fromSplit(name)).toEqual([first, last, 'certain']);
  });

  it.each([
    ...[
      'Anna Müller',
      'Jürgen Schmidt',
      'Frank Pan',
      'Wei Pan',
      'Jane Ng',
      'Jack Ma',
      'Minh Do',
      'An Le',
      'Ivan Vlček',
    ],
    ...['Lech Wałęsa', 'Jiří Novák', 'Lynn Flynn', 'Beth Smyth', 'Ásta Jónsdóttir', 'Søren Kjær', 'Åsa Lindström'],
    ...[
      'José García',
      'Inês Gonçalves',
      'Chloé Lefèvre',
      'Giulia Rossi',
      'Luca Bianchi',
      'Noor Bakker',
      'Sean McCarthy',
    ],
    ...['LaToya DeShawn', 'JoAnn MacDonald', 'Mary Judge', 'Ana Pastor', 'John Major', 'Lily Brother', 'Hannah Sister'],
    ...['Priya Nair', 'Arjun Rao', 'Ayşe Yılmaz', 'Elif Kaya', 'Ioana Popescu', 'Zsófia Nagy', 'Mikko Virtanen'],
    ...['Олена Шевченко', 'Иван Панов', 'Γιώργος Παπαδόπουλος', 'נועה לוי', 'محمد علي', 'Budi Santoso', 'Kwame Mensah'],
    ...['Panos Honig', 'Hershel Themba', 'Donna Lord', 'Frida Edding', 'Grace Hopper'],
  ])('are certain for the ordinary name %s', (name) => {
    expect(fromSplit(name)).toEqual([...name.split(' '), 'certain']);
  });

  it.each([
    ...['Fr Okonkwo', 'Hon Okonkwo', 'Hr Okonkwo', 'Pan Okonkwo', 'Pani Okonkwo', 'Пані Соколова', 'Lady Okonkwo'],
    ...['Sgt Okonkwo', 'Lt Okonkwo', 'Judge Okonkwo', 'Rabbi Okonkwo', 'Major Okonkwo', 'Mira EdD', 'Mira Edd'],
    ...[
      'Mira Rn',
      'Mira rn',
      'MIRA RN',
      'Mira CEng',
      'Mira DPhil',
      'Mira PsyD',
      'Mira PharmD',
      'Mira MPhil',
      'Mira Mph',
    ],
    ...['Mira hers', 'Mira her', 'Mira they', 'Mira Mfa', 'Mira Ceng', 'Md Rahman'],
  ])('are only offered where a word may be a title, a credential or a pronoun: %s', (name) => {
    expect(fromSplit(name)).toEqual([...name.split(' '), 'offered']);
  });

  it.each([
    ['Dr. Mira Okonkwo 🚀, PhD', 'Mira', 'Okonkwo'],
    ['Mira Okonkwo MBA', 'Mira', 'Okonkwo'],
    ['Mira Okonkwo, CPA', 'Mira', 'Okonkwo'],
    ['Mira (Adeyemi) Okonkwo | Speaker', 'Mira', 'Okonkwo'],
    ['Prof. Dr.-Ing. Anke de Vries', 'Anke', 'de Vries'],
    ['Col. Mira Okonkwo', 'Mira', 'Okonkwo'],
    ['Vincent van Gogh', 'Vincent', 'van Gogh'],
    ['Omar bin Salim', 'Omar', 'bin Salim'],
    ['J. Okonkwo', 'J.', 'Okonkwo'],
    ['Ravi K.', 'Ravi', 'K.'],
    ['Ravi K', 'Ravi', 'K'],
    ['Mira Okonkwo2', 'Mira', 'Okonkwo2'],
    ['2Mira Okonkwo', '2Mira', 'Okonkwo'],
    ['Mira O’Brien2', 'Mira', 'O’Brien2'],
    ['Mira St.John', 'Mira', 'St.John'],
    ['Mira Smith-Jo.', 'Mira', 'Smith-Jo.'],
    ['Mira🚀Okonkwo', 'Mira', 'Okonkwo'],
    ['Al Okonkwo', 'Al', 'Okonkwo'],
  ])('are only offered for a longer name: %s', (name, first, last) => {
    expect(fromSplit(name)).toEqual([first, last, 'offered']);
  });

  const titles = [
    ...[
      'Dr',
      'Dr.',
      'Dr-Ing',
      'Dr.-Ing.',
      'Prof.',
      'Mrs',
      'Frau',
      'Mag.',
      'Capt',
      'Captain',
      'Madame',
      'Madam',
      'Señor',
    ],
    ...['Señora', 'Senora', 'Srta', 'Signora', 'Professor', 'Др', 'Г-жа'],
  ];
  it.each(titles)('leave out the title %s', (title) => {
    expect(fromSplit(`${title} Mira Okonkwo`)).toEqual(['Mira', 'Okonkwo', 'offered']);
    expect(fromSplit(`${title} Okonkwo`)).toBeNull();
  });

  it.each('PhD Ph.D. MD M.D. MBA DMBA LLM LL.B. MSc M.Sc. BSc B.Sc Jr. II III'.split(' '))(
    'leave out the credential %s',
    (credential) => {
      expect(fromSplit(`Mira Okonkwo ${credential}`)).toEqual(['Mira', 'Okonkwo', 'offered']);
    },
  );

  it.each([
    ['a family name in capitals first', 'OKONKWO Mira'],
    ['a family name in capitals last', 'Mira OKONKWO'],
    ['a credential in capitals', 'Mira CSPO'],
    ['a credential', 'Mira PhD'],
    ['a title before a family name', 'Dr. Okonkwo'],
    ['another title before a family name', 'Frau Okonkwo'],
    ['a military title before a family name', 'Col. Okonkwo'],
    ['Han', '山田 太郎'],
    ['Hangul', '김 민준'],
    ['Katakana', 'ジョン スミス'],
    ['Han without a space', '李伟'],
    ['a Latin name with a Han name beside it', 'Wei Li (李伟)'],
    ['one word', 'Cher'],
    ['three words', 'Ana Maria Duarte'],
    ['nothing', ''],
  ])('are not guessed for %s', (_, name) => {
    expect(fromSplit(name)).toBeNull();
  });

  const word = fc.stringMatching(/^[A-Z][a-z]{1,9}$/u);

  it('keep the words of any name and their order', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.tuple(word, word).map((both) => both.join(' ')),
        ),
        (name) => {
          const split = splitName(name);
          if (split === null) return;
          expect(split.firstName).not.toBe('');
          expect(split.lastName).not.toBe('');
          if (split.certain) expect(name.trim().split(/\s+/u)).toEqual([split.firstName, split.lastName]);
        },
      ),
    );
  });

  it('are not split when exactly one of two words is in capitals', () => {
    fc.assert(
      fc.property(word, word, fc.boolean(), (one, other, isFirst) => {
        const name = isFirst ? `${one.toUpperCase()} ${other}` : `${one} ${other.toUpperCase()}`;
        expect(splitName(name)).toBeNull();
      }),
    );
  });
});

describe('a first or last name that the page gives', () => {
  it.each([
    ['Dr. Mira', 'Mira'],
    ['Dr Mira', 'Mira'],
    ['Prof. Dr.-Ing. Mira', 'Mira'],
    ['د. ليلى', 'ليلى'],
    ['Mira 🚀', 'Mira'],
    ['🇳🇴 Mira 👩🏽‍💻', 'Mira'],
    ['1️⃣ Mira', 'Mira'],
    ['Mira (she/her)', 'Mira'],
    ['Mira she/her', 'Mira'],
    ['Ana Maria', 'Ana Maria'],
    ['J.', 'J.'],
    ['Eng', 'Eng'],
    ['Md', 'Md'],
    ['美', '美'],
    ['🚀', ''],
  ])('leaves out titles, pronouns and pictures: first name %s', (given, plain) => {
    expect(plainPart(given, false)).toBe(plain);
  });

  it.each([
    ['Okonkwo, PhD', 'Okonkwo'],
    ['Okonkwo PhD', 'Okonkwo'],
    ['Okonkwo EMBA 🚀', 'Okonkwo'],
    ['Okonkwo | Speaker', 'Okonkwo'],
    ['Okonkwo Jr.', 'Okonkwo'],
    ['de la Cruz', 'de la Cruz'],
    ['St. John', 'St. John'],
    ['Ingram', 'Ingram'],
    ['PhD', ''],
  ])('leaves out credentials and slogans: last name %s', (given, plain) => {
    expect(plainPart(given, true)).toBe(plain);
  });

  it('stays as it is when it consists of plain words', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{4,9}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean(), (words, isLast) => {
        expect(plainPart(words.join(' '), isLast)).toBe(words.join(' '));
      }),
    );
  });
});

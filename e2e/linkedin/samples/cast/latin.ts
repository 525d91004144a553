import { person } from './person';

/* Names as people write them: titles, credentials, emoji, brackets, particles, one word, many words. */

export const amara = person({
  slug: 'dr-amara-nwosu',
  number: 301450021,
  names: ['Amara', 'Nwosu'],
  shown: 'Dr. Amara Nwosu',
  work: ['Chief Medical Officer', 'Solstice Clinics'],
  location: 'Lagos, Nigeria',
  about: 'Medicine first, meetings later.',
});
export const rosalind = person({
  slug: 'rosalind-achterberg-phd',
  number: 88123407,
  names: ['Rosalind', 'Achterberg'],
  shown: 'Prof. Rosalind Achterberg, PhD, MBA',
  work: ['Professor of Logistics', 'Institute of Technology, Northport'],
  location: 'Utrecht, Netherlands',
  about: 'I teach how things arrive.',
});
export const rocket = person({
  slug: 'piotr-zielinski-🚀',
  number: 642007730,
  names: ['Piotr', 'Zieliński'],
  shown: 'Piotr Zieliński 🚀',
  work: ['Growth Lead', 'Kometa.io'],
  headline: '🚀 Growth Lead @ Kometa.io | 📈 B2B | ☕',
  location: 'Wrocław, Polska',
  about: 'Rockets are hard. 🚀\nSo is email.',
});
export const family = person({
  slug: 'ines-castelo-x9',
  number: 177640988,
  names: ['Inês', 'Castelo'],
  shown: 'Inês (Moreira) Castelo',
  work: ['Notary', 'Castelo & Filhas'],
  location: 'Coimbra, Portugal',
  about: 'Three generations of stamps.',
});
export const mononym = person({
  slug: 'suharti-x5',
  number: 903311782,
  names: ['Suharti', ''],
  work: ['Batik Designer', 'Rumah Canting'],
  location: 'Yogyakarta, Indonesia',
  about: 'Wax, cloth, timeout.',
});
export const willem = person({
  slug: 'willem-van-der-meer-7a',
  number: 45210099,
  names: ['Willem', 'van der Meer'],
  work: ['Harbour Master', 'Haven Zuid'],
  location: 'Rotterdam, Nederland',
  about: 'Ships come in.',
});
export const carmen = person({
  slug: 'maria-del-carmen-ruiz',
  number: 512900344,
  names: ['María del Carmen', 'Ruiz'],
  work: ['Directora de Operaciones', 'Olivares del Sur'],
  location: 'Jaén, España',
  about: 'Aceite, personas, cuentas.',
});
export const joao = person({
  slug: 'joao-pedro-alves-dos-santos',
  number: 733009125,
  names: ['João Pedro', 'Alves dos Santos'],
  work: ['Engenheiro de Dados', 'Ponte Norte'],
  location: 'Recife, Brasil',
  about: 'Dados limpos, café forte.',
});
export const siobhan = person({
  slug: 'siobhan-o-dalaigh',
  number: 119854320,
  names: ['Siobhán', 'Ó Dálaigh'],
  work: ['Head of People', 'Lir & Sons'],
  location: 'Galway, Ireland',
  about: 'People before process.',
});
export const jeanLuc = person({
  slug: 'jean-luc-d-aubigny',
  number: 268015573,
  names: ['Jean-Luc', 'd’Aubigny'],
  work: ['Directeur des achats', 'Verrerie d’Or'],
  location: 'Lyon, France',
  about: 'Le verre ne ment pas.',
});
export const salman = person({
  slug: 'salman-bin-rashid',
  number: 820463017,
  names: ['Salman', 'bin Rashid'],
  work: ['Managing Director', 'Pearl Coast Trading'],
  location: 'Muscat, Oman',
  about: 'Trade winds.',
});
export const dash = person({
  slug: 'greta-lindqvist-dash',
  number: 61904478,
  names: ['Greta', 'Lindqvist'],
  shown: 'Greta Lindqvist - Consultant',
  work: ['Consultant', 'Lindqvist Rådgivning'],
  location: 'Malmö, Sverige',
  about: 'Short reports.',
});
export const quoted = person({
  slug: 'tobias-the-bear-hahn',
  number: 390112206,
  names: ['Tobias "The Bear"', 'Hahn'],
  work: ['Braumeister', 'Hahn & Söhne <seit 1880>'],
  location: 'Bamberg, Deutschland',
  about: 'Malz & Wasser > Marketing.',
});

export const pipe = person({
  slug: 'anouk-pellerin-ops',
  number: 276450119,
  names: ['Anouk', 'Pellerin'],
  shown: 'Anouk Pellerin | People Ops',
  work: ['People Partner', 'Atelier | Nord'],
  headline: '👩‍💻 People Partner | 🏳️‍🌈 | “we hire”',
  location: 'Nantes, France',
  about: 'Des gens, pas des ressources.',
});
export const ravi = person({
  slug: 'ravi',
  number: 1204,
  names: ['Ravi', 'K'],
  shown: 'Ravi K.',
  work: ['Platform Engineer', 'O.M. Varga Institute'],
  location: 'Bengaluru, Karnataka, India',
  about: 'Short names, long uptimes.',
});
export const hedda = person({
  slug: 'hedda-nyström-b1',
  number: 1100000007,
  names: ['Hedda', 'Nyström'],
  work: ['Board Member', 'Jobbit.se'],
  headline: 'Board member of Nordhus AB | former CEO',
  location: 'Göteborg, Sverige',
  about: 'Governance with a bicycle.',
});
export const kofi = person({
  slug: 'kofi-mensah-gh',
  number: 812760015,
  names: ['Kofi', 'Mensah'],
  work: ['Founder', 'Sankofa Tools'],
  headline: 'Founder · Advisor at Nordlys',
  location: 'Kumasi, Ghana',
  about: 'Tools that last.',
});
export const ola = person({
  slug: 'ola-brandt-x6',
  number: 199330412,
  names: ['Ola', 'Brandt'],
  work: ['Carpenter', 'Brandt Tre'],
  location: 'Tromsø, Norge',
  about: 'Wood, mostly.',
});
export const bea = person({
  slug: 'bea-falk-x7',
  number: 244190077,
  names: ['Bea', 'Falk'],
  work: ['Data Steward', 'Kvarn & Co'],
  headline: 'Keeps tables tidy',
  location: 'Uppsala, Sverige',
  about: 'Rows and columns.',
});

import { Buffer } from 'node:buffer';
import type { Random } from './random';

const FIRST = [
  'Ada',
  'Birk',
  'Carla',
  'Dario',
  'Elif',
  'Finn',
  'Greta',
  'Hugo',
  'Ines',
  'Jarek',
  'Kaja',
  'Leo',
  'Maud',
  'Nils',
  'Olga',
  'Pál',
  'Rosa',
  'Sven',
  'Thea',
  'Ugo',
  'Vera',
  'Wim',
  'Yara',
  'Zoé',
] as const;
const LAST = [
  'Abel',
  'Brandt',
  'Costa',
  'Dahl',
  'Eriksen',
  'Fuchs',
  'Garcia',
  'Holm',
  'Ivanova',
  'Jansen',
  'Kowalski',
  'Lund',
  'Moreau',
  'Nowak',
  'Østby',
  'Petit',
  'Quist',
  'Rossi',
  'Sørensen',
  'Tamm',
  'Urban',
  'Vogel',
  'Weiss',
  'Zeller',
] as const;
const COMPANIES = [
  'Northwind GmbH',
  'Halvorsen Shipping',
  'Blue Harbour',
  'Contoso Nordic',
  'Lumen Papier',
  'Tessera Labs',
  'Vela Retail',
  'Granit Bau',
  'Fjell Foods',
  'Orbis Health',
  'Kite & Sons',
  'Pinewood Analytics',
] as const;
const POSITIONS = [
  'Head of Procurement',
  'Founder',
  'Chief Operating Officer',
  'Buyer',
  'Sales Director',
  'Plant Manager',
  'Head of Partnerships',
  'Finance Lead',
] as const;
const CITIES = [
  'Hamburg, Germany',
  'Oslo, Norway',
  'Lisbon, Portugal',
  'Vienna, Austria',
  'Tallinn, Estonia',
  'Lyon, France',
  'Kraków, Poland',
  'Aarhus, Denmark',
] as const;

export interface InventedPerson {
  readonly first: string;
  readonly last: string;
  readonly company: string;
  readonly position: string;
  readonly city: string;
  readonly slug: string;
  readonly memberNumber: number;
  readonly memberId: string;
  readonly email: string;
}

/** The invented person number `index`. Names repeat after 576 people; slugs and ids are unique. */
export function inventPerson(random: Random, index: number): InventedPerson {
  const first = FIRST[index % FIRST.length] ?? FIRST[0];
  const last = LAST[(index * 7 + Math.floor(index / FIRST.length)) % LAST.length] ?? LAST[0];
  const company = random.pick(COMPANIES);
  const slug = `${asciiOf(first)}-${asciiOf(last)}-s${String(index).padStart(3, '0')}`;
  const memberNumber = 300_000_000 + index * 1_009;
  return {
    first,
    last,
    company,
    position: random.pick(POSITIONS),
    city: random.pick(CITIES),
    slug,
    memberNumber,
    memberId: memberIdOf(random, memberNumber),
    email: `${asciiOf(first)}.${asciiOf(last)}${index}@${asciiOf(company)}.test`,
  };
}

function asciiOf(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[øØ]/g, 'o')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
}

/** An `ACoA...` id that decodes to the member number (docs/linkedin-pages.md#member-ids): 00 2A 00 00, the number, 01, twenty bytes. */
function memberIdOf(random: Random, memberNumber: number): string {
  const bytes = Buffer.alloc(29);
  bytes.writeUInt32BE(0x002a_0000, 0);
  bytes.writeUInt32BE(memberNumber, 4);
  bytes[8] = 1;
  for (let index = 9; index < bytes.length; index += 1) bytes[index] = random.below(256);
  return bytes.toString('base64url');
}

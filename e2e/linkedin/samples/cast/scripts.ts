import { person } from './person';

/* Names in other scripts than Latin, or with marks that can be written in two ways. */

export const sato = person({
  slug: 'sato-haruka-k2',
  number: 455300118,
  names: ['遥', '佐藤'],
  shown: '佐藤 遥',
  work: ['購買部長', '北光電機株式会社'],
  location: '日本 東京都',
  about: '静かな機械を選びます。',
});
export const kana = person({
  slug: 'mirai-koko',
  number: 456700991,
  names: ['ミライ', 'ココ'],
  shown: 'ミライココ',
  work: ['イラストレーター', 'アトリエ月'],
  location: '日本 京都府',
  about: '紙と光。',
});
export const minsu = person({
  slug: '김민수-5b',
  number: 570021834,
  names: ['민수', '김'],
  shown: '김민수',
  work: ['구매 팀장', '해솔전자'],
  location: '대한민국 서울',
  about: '조용한 기계를 좋아합니다.',
});
export const mei = person({
  slug: 'chen-meiling-tw',
  number: 581990027,
  names: ['美玲', '陳'],
  shown: '陳美玲',
  work: ['採購經理', '晨星精密'],
  location: '台灣 台北市',
  about: '把對的零件送到對的地方。',
});
export const layla = person({
  slug: 'layla-haddad-9c',
  number: 690450216,
  names: ['ليلى', 'حداد'],
  work: ['مديرة المشتريات', 'شركة النخيل'],
  location: 'عمّان، الأردن',
  about: 'أشتري ما يبقي الأضواء مضاءة.',
});
export const noa = person({
  slug: 'noa-levi-il',
  number: 701238845,
  names: ['נועה', 'לוי'],
  work: ['מנהלת רכש', 'אור הצפון'],
  location: 'חיפה, ישראל',
  about: 'קונה בשקט.',
});
/** In Persian, the zero-width non-joiner within a word is part of its spelling. */
export const mahsa = person({
  slug: 'mahsa-rezaei-ir',
  number: 704410285,
  names: ['مهسا', 'رضایی'],
  work: ['مدیر پروژه‌ها', 'نور شمال'],
  location: 'شیراز، ایران',
  about: 'می‌خرم، پس هستم.',
});
export const irina = person({
  slug: 'irina-sokolova-r1',
  number: 715500937,
  names: ['Ирина', 'Соколова'],
  work: ['Директор по закупкам', 'Северный Путь'],
  location: 'Алматы, Казахстан',
  about: 'Покупаю тишину оптом.',
});
export const somchai = person({
  slug: 'somchai-jaidee-th',
  number: 728804413,
  names: ['สมชาย', 'ใจดี'],
  work: ['ผู้จัดการฝ่ายจัดซื้อ', 'แสงเหนือ'],
  location: 'กรุงเทพมหานคร ประเทศไทย',
  about: 'ซื้ออย่างยุติธรรม',
});
export const aarti = person({
  slug: 'aarti-sharma-in',
  number: 733120678,
  names: ['आरती', 'शर्मा'],
  work: ['क्रय प्रमुख', 'उत्तर ज्योति'],
  location: 'पुणे, महाराष्ट्र, भारत',
  about: 'ईमानदार ख़रीद।',
});
/** Written with combining marks in the page and percent-encoded in addresses. */
export const nguyen = person({
  slug: 'nguyễn-thị-an-x4',
  number: 747000233,
  names: ['Thị An', 'Nguyễn'],
  shown: 'Nguyễn Thị An',
  work: ['Trưởng phòng mua hàng', 'Lux Power - Học Viện'],
  location: 'Đà Nẵng, Việt Nam',
  about: 'Mua điều cần mua.',
});
export const eleni = person({
  slug: 'eleni-papadaki-gr',
  number: 751118820,
  names: ['Ελένη', 'Παπαδάκη'],
  work: ['Υπεύθυνη προμηθειών', 'Βόρειο Σέλας'],
  location: 'Ηράκλειο, Ελλάδα',
  about: 'Αγοράζω φως.',
});
export const yilmaz = person({
  slug: 'isil-yilmaz-ı',
  number: 760330941,
  names: ['Işıl', 'Yılmaz'],
  work: ['Satın Alma Müdürü', 'Kuzey Işığı'],
  location: 'İzmir, Türkiye',
  about: 'Adil tedarik.',
});

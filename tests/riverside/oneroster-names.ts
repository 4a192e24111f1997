/** Invented people: given and family names are drawn apart, from the many places families come from. */
export const givenNames = [
  'Leo', 'Amara', 'Noor', 'Mateo', 'Ivy', 'Tomás', 'Zuri', 'Elif', 'Caleb', 'Mei', 'Sofía', 'Darius', 'Hana', 'Idris',
  'Jun', 'Kaya', 'Lucía', 'Malik', 'Nia', 'Owen', 'Priya', 'Quinn', 'Rosa', 'Samir', 'Tala', 'Uma', 'Viktor', 'Wren',
  'Ximena', 'Yusuf', 'Zoë', 'Ada', 'Bo', 'Chidi', 'Dalia', 'Esther', 'Farid', 'Grace', 'Hugo', 'Inés', 'Jonah', 'Keiko',
  'Linh', 'Mónica', 'Nadia', 'Óscar', 'Penny', 'Rafael', 'Simone', 'Thuy', 'Anne-Marie', "Da'Shawn", 'José Luis', 'Łucja',
]

/** Hyphens, apostrophes, particles, accents and commas are all here on purpose: they break careless software. */
export const familyNames = [
  'Reyes', 'Delgado', 'Okafor', 'Nguyễn', 'Haddad', 'Larsen', 'Moreno', 'Patel', 'Kowalski', "O'Brien", 'Begum', 'Castillo',
  'Adeyemi', 'Fischer', 'García Márquez', 'Hernández', 'Ibrahim', 'Johnson', 'Kim', 'Lindqvist', 'Muñoz', 'Novak', 'Ortiz',
  'Park', 'Quispe', 'Rossi', 'Silva', 'Tran', 'Umar', 'Vang', 'Washington', 'Xiong', 'Yılmaz', 'Zhang', 'Al-Sayed', 'Brown',
  'de la Cruz', "D'Angelo", 'Evans', 'Fernández', 'Gonzalez', 'Hassan', 'King, Jr.', 'Lee', 'Martinez-Webb', 'Nakamura',
  'Osei', 'Popescu', 'Ramírez', 'Santos', 'Taylor', 'van der Berg', 'Williams', 'Yang', 'Álvarez', 'Çelik',
]

export const schoolNames = [
  'Alder Creek', 'Larkspur', 'Bluff Road', 'Cottonwood', 'Dogwood', 'Eastbank', 'Ferry Street', 'Goldfinch', 'Heron Lake',
  'Ironwood', 'Juniper', 'Kingfisher', 'Lowwater', 'Millrace', 'North Fork', 'Old Mill', 'Pine Hollow', 'Quarry Hill',
  'Redbud', 'Sandbar', 'Tamarack', 'Upper Falls', 'Vista Verde', 'Willow Bend', 'Yarrow', 'Sycamore', 'Stone Bridge',
  'Meadowlark', 'Cedar Landing', 'Harbor Oak', 'Osprey Point', 'Wild Plum',
]

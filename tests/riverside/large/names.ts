/** Invented people: common given and family names of many origins, put together by chance. */
export const givenNames =
  'Aaliyah Abel Ada Adrián Aiden Aisha Alejandra Alma Amara Amir Ana Andre Anh Arjun Ava Bao Beatriz Benjamin Brianna Camila Carlos Chloe Daniel Darius Diego Dmitri Ebony Elena Elias Emeka Emily Esperanza Fatima Felix Gabriel Grace Hana Hassan Hector Ibrahim Imani Inés Isaac Isabel Jada Jamal Jasmine Javier Jin Joaquín Jordan José Kaito Karim Kayla Keisha Khalil Kim Lan Layla Leo Lucía Luis Maya Malik Manuel Mariam Marisol Mateo Mei Miguel Mina Minh Nadia Naomi Nia Noah Nora Núria Olivia Omar Oscar Paloma Pedro Priya Rafael Rania Raúl Rosa Ruby Samir Santiago Sara Sofía Tariq Thiago Thuy Tomás Valeria Viktor Wei Ximena Yara Yusuf Zara Zoé'.split(
    ' ',
  )
export const familyNames =
  'Acosta Adams Aguilar Ahmed Alvarez Anderson Ayala Baker Banerjee Barrera Bautista Begum Bell Brown Bui Cabrera Campbell Carter Castillo Castro Chan Chavez Chen Clark Cohen Cruz Davis Delgado Diaz Dinh Edwards Espinoza Estrada Fernández Flores Foster Garcia Gómez González Green Guerrero Gutiérrez Hall Hamid Haddad Harris Hernández Herrera Hill Ho Huang Hughes Ibarra Jackson James Jiménez Johnson Jones Kaur Khan Kim King Kumar Lam Le Lee Lewis Li Lopez Luna Mahmoud Martínez Mendoza Miller Mitchell Mohamed Molina Moore Morales Moreno Muñoz Murphy Nakamura Navarro Nguyen Núñez Okafor Oliveira Ortega Ortiz Osei Owens Park Patel Perez Pham Phillips Popov Quintero Ramírez Ramos Reed Reyes Rivera Robinson Rodríguez Rojas Romero Ruiz Salazar Sánchez Santos Scott Shah Silva Singh Smith Soto Suárez Tanaka Taylor Thomas Thompson Torres Tran Turner Usman Valdez Vargas Vasquez Vega Walker Wang White Williams Wilson Wong Wright Wu Yang Young Zamora Zhang'.split(
    ' ',
  )
export const languages = [
  'en',
  'en',
  'en',
  'en',
  'es',
  'es',
  'es',
  'ar',
  'zh',
  'vi',
  'ht',
  'pt',
  'unknown',
] as const
export const neighborhoods =
  'Northgate Riverbend Hillcrest Oakdale Mariner Fairview Eastport Cedar Heights Lakeside Sunnyside'.split(
    ' ',
  )

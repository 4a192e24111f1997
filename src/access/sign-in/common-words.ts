/**
 * What the passwords that are tried first are made of: the stems behind the published lists of common
 * passwords, in English and Spanish, with names, places, teams and seasons. With the endings people add
 * (digits, years, signs) and the usual swaps of letters they stand for far more than 10,000 passwords; the
 * spec counts.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  password passwort passwd passcode passphrase pass secret secrets login logon signin welcome letmein letme
  openup opensesame access account admin administrator root superuser user username guest demo test testing
  tester temp temporary default changeme change changeit newpassword mypassword mypass office system server
  computer laptop desktop windows microsoft google facebook twitter instagram youtube netflix amazon apple
  iphone android samsung nokia internet online website email gmail yahoo hotmail outlook linkedin linux
  ubuntu oracle cisco dell intel adobe spotify school schools student students teacher teachers principal
  counselor counsellor nurse district education learn learning classroom class college university academy
  homework library reading science math history chemistry biology english spanish french german music band
  football baseball basketball soccer hockey tennis golf volleyball softball swimming running fishing
  hunting dancing dancer cheer gymnast wrestling boxing racing rugby cricket qwerty qwertyuiop qwertyu
  qwertz azerty asdf asdfgh asdfghjkl asdfjkl zxcvbn zxcvbnm qazwsx wasd qwe asd zxc abc abcd abcdef abcdefg
  abcdefgh aaa monkey dragon tiger lion bear wolf eagle falcon hawk phoenix panther cougar jaguar bulldog
  wildcat mustang stallion horse pony dolphin shark turtle rabbit bunny kitten kitty cat cats dog dogs
  doggie puppy buddy snoopy garfield pig chicken duck penguin panda koala giraffe elephant zebra spider
  butterfly ladybug bumblebee hornet scorpion cobra snake angel angels devil demon heaven hell god jesus
  christ christian blessed blessing faith grace hope glory church bible prayer praise lord savior trinity
  peace love lover loves loveme lovely loveyou iloveyou iloveu ilove iloveme baby babygirl babyboy babe
  honey sweetie sweetheart darling sugar cutie princess prince queen king kings beautiful gorgeous pretty
  sexy hottie beauty kisses kiss hugs heart hearts forever always family mother father mom mommy dad daddy
  mama papa brother sister son daughter grandma grandpa wife husband friend friends bestfriend bestie
  sunshine moonlight starlight rainbow sunflower flower flowers rose roses lily daisy violet jasmine
  lavender summer winter spring autumn fall january february march april may june july august september
  october november december monday tuesday wednesday thursday friday saturday sunday today tomorrow morning
  midnight weekend holiday vacation christmas easter halloween birthday newyear snow snowman snowball sunny
  cloudy thunder lightning storm hurricane tornado fire water earth wind ocean river mountain valley desert
  island beach forest garden nature star stars moon sun sky galaxy universe cosmos space rocket planet mars
  jupiter saturn venus mercury pluto red blue green yellow orange purple pink black white silver gold golden
  brown gray grey scarlet crimson diamond ruby emerald sapphire pearl crystal amber jade superman batman
  spiderman ironman wolverine hulk thor captain marvel avengers joker robin catwoman starwars vader
  skywalker jedi yoda chewbacca startrek enterprise spock matrix neo gandalf hobbit frodo potter harrypotter
  hermione hogwarts voldemort pokemon pikachu charizard naruto sasuke goku dragonball minecraft fortnite
  roblox mario luigi zelda sonic halo warcraft diablo pacman tetris xbox playstation nintendo gamer player
  games game master mister boss chief president soldier ranger hunter shooter sniper killer ninja samurai
  warrior knight wizard merlin magic magical mystery shadow ghost vampire zombie monster beast legend hero
  champion winner victory freedom liberty justice america american patriot patriots usa united states army
  navy marine marines airforce police michael jennifer jessica ashley amanda melissa nicole stephanie
  heather elizabeth michelle samantha danielle brittany jordan andrew matthew joshua daniel david james
  robert john william richard joseph thomas charles christopher anthony justin brandon jonathan steven kevin
  brian jason ryan eric jacob tyler alexander nicholas benjamin samuel austin dylan logan mason ethan noah
  liam lucas oliver elijah henry jack harry george charlie max maxwell oscar leo toby rachel sarah hannah
  emily emma olivia sophia isabella mia charlotte amelia abigail madison chloe ella lauren megan natalie
  victoria vanessa maria anna katie kate katherine alexandra andrea patricia barbara linda susan karen nancy
  lisa betty margaret sandra donna carol ruth sharon laura julia martin martinez garcia rodriguez hernandez
  lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz smith johnson williams jones miller
  davis wilson moore taylor anderson jackson harris thompson carlos jose juan luis miguel antonio francisco
  alejandro fernando ricardo eduardo roberto diego pablo pedro manuel rosa carmen guadalupe alejandra
  gabriela daniela valentina camila sofia lucia ana elena isabel monica veronica claudia adriana lakers
  celtics bulls warriors knicks heat spurs rockets clippers dodgers yankees redsox giants cubs mets braves
  padres cowboys steelers packers broncos raiders eagles chargers rams seahawks bears lions vikings chiefs
  dolphins saints falcons ravens chelsea arsenal liverpool barcelona realmadrid juventus manchester ronaldo
  messi beckham kobe lebron curry california losangeles sanfrancisco sandiego sacramento oakland fresno
  boston newyork chicago dallas houston seattle denver miami atlanta florida texas vegas lasvegas hawaii
  brooklyn london paris tokyo mexico canada honda toyota ford chevy camaro corvette ferrari porsche mercedes
  bmw audi tesla jeep harley yamaha suzuki kawasaki nissan mazda subaru chocolate vanilla strawberry cherry
  banana apples peach mango coffee cookie cookies candy cupcake cheese pizza taco tacos burger bacon butter
  pepper ginger peanut pumpkin pickle popcorn whiskey tequila vodka beer cocacola coke pepsi nutella oreo
  hello hellokitty goodbye goodluck lucky happy smile smiley smiling laughing crazy awesome amazing cool
  coolio forgotten forget nothing something anything whatever however trustno trust nobody somebody
  everybody money dollar cash rich million loveit hate sorry please thankyou thanks yes no ok okay maybe
  never because metallica nirvana eminem tupac biggie beatles rockstar rock guitar piano drums drummer punk
  metal hiphop jazz blues contrasena contrasenia clave secreto bienvenido hola amor teamo tequiero mivida
  corazon estrella princesa reina mariposa angelito bebe bonita hermosa chiquita familia hermano hermana
  hijo hija abuela abuelo amigo amiga amigos futbol chivas tigres colombia argentina espana peru venezuela
  escuela maestra maestro estudiante primavera verano otono invierno enero febrero marzo abril mayo junio
  julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo
  perro gato caballo leon tigre sol luna cielo playa the my your our you me is and in it on i a one two
  three four five six seven eight nine ten first second new old big little best super mega ultra top number
  life live living work working job home house door key keys safe security health mental care support help
  service services clinic hospital doctor therapy wellness community
  `
    .trim()
    .split(/\s+/),
)

/** Rows, columns and zigzags that fingers walk on a keyboard, and the orders everybody knows. */
export const walks: readonly string[] = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'azertyuiop',
  'qwertzuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'zaq1xsw2cde3vfr4bgt5nhy6mju7',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9j0',
  '147258369',
  '159357',
  '789456123',
  '741852963',
  '1357924680',
  '2468013579',
  '!@#$%^&*()',
]

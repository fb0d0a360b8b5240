/** First names common in English, German, French, Spanish and Nordic companies, and romanised Indian and Arabic ones. */
const NAMES = `aaron abby abigail adam adrian agnes ahmed aidan aileen alan albert alejandro alex alexander alexandra alexis alfred ali alice alicia
alison allan allen allison alyssa amanda amber amelia amit amy ana andrea andreas andrew andy angela angelica angie anita anja ann anna anne annette
annie anthony antje anton antonio april ariana arjun arlene arnold arthur ashley astrid audrey austin axel barbara barry beate beatrice becky ben benjamin
bernadette bernard bernd bert beth bethany betty beverly bill billy birgit björn bob bobby bonnie brad bradley brandon brenda brendan brent brett brian
bridget brittany bruce bryan bryce caitlin calvin cameron camille candice carl carla carlos carmen carol carole caroline carolyn carrie carsten
casey cassandra catherine cathy cecilia celia chad charlene charles charlie charlotte chelsea cheryl chester chris christa christian christiane christina christine
christoph christopher christy chuck cindy claire clara clark claude claudia clayton clemens cliff clifford clint clive cody colin colleen connie connor conor constance
corey cory courtney craig curtis cynthia cyril dale damien dan dana daniel daniela danielle danny darlene darrell darren daryl dave david dawn dean deanna debbie
deborah debra declan denise dennis derek derrick desmond detlef diana diane dianne dick dieter dietmar dirk dolores dominic don donald donna doreen doris dorothy doug
douglas drew duane duncan dustin dwayne dwight dylan earl ed eddie edgar edith eduardo edward edwin eileen elaine eleanor elena eli elisabeth elise elizabeth ella
ellen elmar emily emma emmanuel enrique eric erica erich erik erika erin ernest ernst esther ethan eugene eva evan eve evelyn faith felicia felix fernando fiona
florian floyd forrest frances francesco francis francisco francois frank frankie franz fred freddie frederic frederick friedrich fritz gabriel gabriela gail garrett gareth
gary gavin gene geoff geoffrey george georg gerald geraldine gerard gerd gerhard gerry gert gilbert gina giovanni gisela glen glenda glenn gloria gordon grace graham grant greg
gregg gregory greta guido guillermo gunnar günter günther gus guy gwen hannah hannes hans harald harold harriet harris harry harvey hassan hazel heath heather hector heidi heike heiko
heinrich heinz helen helena helga helmut hendrik henry herbert herman hermann hilary hilda holger holly horst howard hubert hugh hugo ian ida ines inge ingo ingrid irene iris irma isaac
isabel isabelle ivan jack jackie jacob jacqueline jacques jaime jake james jamie jan jana jane janet janice janine jared jasmine jason javier jay jean jeanette jeanne jeff jeffery jeffrey
jen jenna jennie jennifer jenny jens jeremy jerome jerry jesse jessica jesus jill jim jimmy jo joachim joan joann joanna joanne jochen jodi jodie jody joe joel joerg johan johann johanna johannes
john johnny jon jonas jonathan jordan jorge jörg jose josé josef joseph josephine josh joshua joy joyce juan juanita judith judy jules julia julian juliana julie juliet julio
jürgen juergen justin jutta kai kara karen karin karl karla karsten kasia kat kate katharina katherine kathleen kathryn kathy katie katja katrin katrina kay keith kelley kelli kellie kelly ken
kendra kenneth kenny kerry kerstin kevin kim kimberly kirk kirsten klaus konrad krista kristen kristi kristin kristina kristine krystal kurt kyle lance larry lars laura lauren laurence laurie
lawrence lea leah lee leigh lena leo leon leonard leonardo leroy lesley leslie lester lewis liam lillian lily linda lindsay lindsey lisa liz lloyd lois lonnie lora loretta lori lorraine lothar
louis louise lucas lucia lucy luis lukas luke lutz lydia lyle lynette lynn mabel mack madeleine madeline maggie malcolm mandy manfred manuel manuela marc marcel marcia marco marcus margaret margarita
maria marianne marie marilyn mario marion marjorie mark markus marlene marsha marshall martha martin martina marty marvin mary mathias matt matthew matthias maureen maurice max maxine megan mel
melanie melinda melissa melody melvin mercedes meredith merle michael michaela michel michele michelle miguel mike mildred milton miranda miriam mitch mitchell mohamed mohammed molly mona monica monika
monique morgan morris muhammad muriel murray myra myron nadia nadine nancy naomi natalie natasha nathan nathaniel neil nelson nicholas nick nicola nicolas nicole nigel nils nina noah noel nora norbert
norma norman oksana olaf olga oliver olivia omar oscar oskar otto owen pablo paige pam pamela pat patrice patricia patrick patty paul paula pauline pedro peggy penny perry pete peter petra phil
philip philipp philippe phillip phyllis pierre priya rachael rachel rafael rainer raj rajesh ralf ralph ramon randall randy raphael raul ravi ray raymond rebecca regina reinhard renate rene renee reni rhonda
ricardo richard rick ricky rita rob robbie robert roberta roberto robin rod roderick rodney roger roland rolf roman ron ronald ronnie rosa rosalind rose rosemarie rosemary ross roxanne roy ruben ruby
rudolf rudy rupert russell ruth ryan sabine sabrina sally sam samantha samuel sandeep sandra sandy sanjay santiago sara sarah sascha saul scott sean sebastian sergio seth shane shannon shari
sharon shaun shawn sheila shelby shelley sheri sherri sherrie sherry shirley sidney siegfried silke silvia simon simone sonia sonja sonya sophia sophie spencer stacey stacy stan stanley stefan stefanie steffen
stella stephan stephanie stephen sterling steve steven stewart stuart sue sunil susan susanne suzanne sven sybille sylvia tamara tammy tanja tanya tara tatiana ted terence teresa terri terry theo
theodor theodore theresa thomas thorsten tiffany till tim timothy tina tobias todd tom tommy toni tony torsten tracey traci tracy travis trevor tricia troy tyler udo ulf uli ulrich ulrike ursula ute uwe
valerie vanessa vera vernon veronica vicki vickie vicky victor victoria vijay vincent viola virginia vivian volker wade wallace walter wanda warren wayne wendy werner wesley whitney wilfried wilhelm will
willi william willie wolfgang xavier yolanda yvette yvonne zachary zoe`;

export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.split(/\s+/));

/** First names common in companies of English, German, French, Spanish, Italian, Dutch, Nordic, Polish, Czech, Turkish, Irish, Indian and Arabic speakers. */
const NAMES = `aaron abby abdul abigail adam adriaan adrian adrien agathe agnes agnieszka ahmed ahmet aidan aileen aisha akash alain alan albert alberto alejandra alejandro
aleksandra alessandra alessandro alex alexander alexandra alexandre alexis alfred ali ali-reza alice alicia alison allan allen allison alyssa amanda amber
amelia amina amira amit amy amélie ana anand ananya anaïs anders andrea andreas andrew andrzej andré andy angela angelica angelika angelo angie anil anita anja
anjali anke ann anna anne annelies anneliese annette annie annika anouk anthony antje antoine anton antonia antonio aoife april ariana arjun arlene arnaud arne
arnold arthur arvind ashley ashok astrid audrey aurélie aurélien austin axel ayesha aylin ayse ayşe baptiste barbara barry bartosz bastian bastien beata beate
beatrice beatriz becky begoña ben benedikt benjamin benoît bernadette bernard bernd bert bertrand beth bethany bettina betty beverly bilal bill billy birger
birgit birte bjarne björn bob bobby bonnie brad bradley bram brandon brenda brendan brent brett brian bridget brigitte britt britta brittany bruce bruno bryan
bryce burak burkhard bérénice caitlin calvin cameron camille candice carina carl carla carlos carmen carol carole caroline carolyn carrie carsten casey
cassandra catherine cathy cecilia celia cem chad charlene charles charlie charlotte chelsea cheryl chester chiara chloé chris christa christian christiane
christina christine christof christoph christophe christopher christy chuck ciara cindy claire clara clark claude claudia claudio clayton clemens cliff clifford
clint clive clémence clément cody colin colleen connie connor conor constance coralie corey corinne cornelia cornelius cory courtney craig cristina curtis
cynthia cyril cédric céline daan dagmar dale damien dan dana daniel daniela daniele danielle danny dariusz darlene darrell darren daryl dave david davide dawn
dean deanna debbie deborah debra declan deepa deepak delphine denis denise deniz dennis derek derrick desmond detlef detlev diana diane dianne dick didier
dieter dietmar dinesh dirk dirk-jan divya dolores domenico dominic dominique don donald donna doreen dorien doris dorota dorothea dorothy doug douglas drew
duane duncan dustin dušan dwayne dwight dylan earl eberhard ed eddie edeltraud edgar edith eduardo edward edwin egon eileen ekkehard elaine eleanor elena
elfriede eli elias elif elin elisa elisabeth elise elizabeth elke ella ellen elmar emanuela emilia emily emine emma emmanuel emre enrico enrique eoin eric erica
erich erik erika erin erkan ernest ernst erwin estelle esther ethan eugen eugene eva evan eve evelyn ewa fabian fabien fabienne fabio fabrice fahad faisal faith
farah fatima fatma federica federico felicia felicitas felix femke fernando filippo finn fiona florian floris floyd forrest frances francesca francesco
francine francis francisco franck franco francois frank franka frankie františek franz franziska françois françoise fred freddie frederic frederick freja frida
friederike friedrich fritz frédéric fátima gabriel gabriela gabriele gail ganesh gareth garrett gary gaurav gavin gaëlle gene geoff geoffrey georg george gerald
geraldine gerard gerd gerhard gerlinde gerrit gerry gert gesa gianluca gijs gilbert gilles gina giorgio giovanni gisela gitte giulia giuseppe glen glenda glenn
gloria gonzalo gordon grace graham grant grażyna greg gregg gregor gregory greta gro grzegorz gráinne grégory gudrun guido guillaume guillermo gunhild gunnar
gus guy gwen gérald gérard gökhan gülay günter günther hakan halvor hamza hannah hanne hannes hans harald harish harold harriet harris harry hartmut harvey
hasan hassan hatice hazel heath heather hector heidi heike heiko heiner heinrich heinz helen helena helga helle helmut hendrik henning henri henriette henrik
henrike henry herbert herman hermann hermine hervé hilary hilda hildegard holger holly horst howard hubert hugh hugo hugues hussein håkan håvard hélène hülya
ian ibrahim ida ignacio ilaria ilse imran ines inge ingeborg inger ingo ingrid ingvild inmaculada inês irene iris irma isaac isabel isabell isabelle ismail ivan
ivar iwona jaap jacek jack jackie jacob jacqueline jacques jaime jake jakub jamal james jamie jan jana jane janet janice janina janine janis jannik jannis jared
jaroslav jarosław jasmine jason jasper javier jay jean jean-marc jeanette jeanne jeff jeffery jeffrey jen jenna jennie jennifer jenny jens jeremy jeroen jerome
jerry jerzy jesper jesse jessica jesus jesús jette jill jim jimmy jiří jo joachim joan joana joann joanna joanne joaquín jochen jodi jodie jody joe joel joerg
johan johann johanna johannes john johnny joke jon jonas jonathan jonna joost jordan jorge joris jose josef josefa josefine joseph josephine josh joshua josiane
josé joy joyce joão joël juan juanita judith judy juergen jules julia julian juliana julie julien juliet julio justin jutta jérémy jérôme jörg jørgen jürgen kai
kamil kara karel karen kari karim karin karl karla karolina karsten karthik kasia kasper kat katarzyna kate kateřina katharina katherine kathleen kathrin
kathryn kathy katie katja katrin katrina kavita kay kees keith kelley kelli kellie kelly kemal ken kendra kenneth kenny kerry kerstin kevin khalid kim kimberly
kirk kirsten kjell klara klaus knut koen konrad korbinian krista kristen kristi kristin kristina kristine krystal krzysztof kurt kyle kübra laetitia laia
lakshmi lance larry lars lasse laura lauren laurence laurent laurie lawrence layla laëtitia lea leah lee leif leigh leila lena lene lenka lennart leo leon
leonard leonardo leonie leroy lesley leslie lester levin lewis leyla liam liane liesbeth lieve lillian lily linda lindsay lindsey linus lisa lisbeth lise liz
lloyd lois lonnie lora lorena lorenz lorenzo loretta lori lorraine lothar lotte louis louise loïc lucas lucia lucie lucy lucía ludger ludovic ludwig luigi luis
luise lukas luke lutz luuk lydia lyle lynette lynn léa maaike mabel maciej mack madeleine madeline maeve magali magda magdalena maggie mahmoud maike maja
malcolm malin malte mandy manfred manish manon manuel manuela marc marc-antoine marcel marcia marcin marco marcus mareike marek margaret margarita maria mariam
marianne marie marieke marijke marilyn mario marion marit mariusz marjorie mark markus marleen marlene marlies marlis marsha marshall marta martha martijn
martin martina martine marty marvin mary maryam maría massimo mateusz mathias mathieu mathilde mats matt matteo matthew matthias maureen maurice maurizio max
maxime maximilian maxine małgorzata meera megan mehmet meike mel melanie melinda melissa melody melvin menno mercedes mercè meredith merle mert mette mia
michael michaela michał michel michela michele michelle michèle mieke miguel mikael mike mikkel mildred milton miranda mireille miriam mirjam mirko
miroslav mitch mitchell mohamed mohammed mohan molly mona monica monika monique montserrat morgan morgane moritz morris muhammad mukesh murat muriel murray
mustafa myra myron mélanie mònica nadia nadine nadège nancy nanna naomi natalie natasha nathalie nathan nathaniel naveen neha neil nele nelson niamh nicholas
nick nico nicola nicolas nicole niels nienke nigel nikhil niklas nils nina nisha noah noel nora norbert norma norman noura noémie nurcan núria odile oisín
oksana olaf ole olga oliver olivia olivier omar ondřej onur orhan orla oscar oskar osman otto owen pablo padraig paige pam pamela paola paolo pascal pascale pat
patrice patricia patrick patty paul paula paulina pauline pavel paweł pedro peggy penny pernille perry pete peter petr petra phil philip philipp philippe
philippine phillip phyllis pia pierre pieter pietro pilar piotr pooja pradeep prakash pramod priya przemysław quentin rachael rachel radek rafael rafał rahul
raimund rainer raj rajesh rajiv rakesh ralf ralph ramesh ramon randall randy rania raphael raphaël rashid rasmus raul ravi ray raymond raúl rebecca regina
regine reiner reinhard renate rene renee reni rhonda ricardo riccardo richard rick ricky rikke rita rob robbie robert roberta roberto robin rocío rod roderick
rodney rodrigo roel roger rohit roland rolf romain roman ron ronald ronan ronnie rosa rosalind rosario rose rosemarie rosemary ross roswitha roxanne roy ruben
ruby rubén rudolf rudy rune rupert russell ruth ruud ryan régis rémi róisín rüdiger sabine sabrina saeed salim sally salvatore sam samantha samir samuel sandeep
sander sandhya sandra sandrine sandy sanjay sanna sanne santiago saoirse sara sarah sascha saskia satish saul scott sean sebastian selma serena serge sergio
serkan seth sevda shane shannon shari sharon shaun shawn sheila shelby shelley sheri sherri sherrie sherry shilpa shirley shreya sibel sibylle sidney siegfried
signe sigrid sigrun silke silvana silvia simon simona simone sina sinan sinead siobhan sissel sneha sofía solveig solène sonia sonja sonya sophia sophie spencer
sridhar stacey stacy stan stanisław stanley stefan stefanie stefano steffen steffi stella stephan stephanie stephen sterling steve steven stewart stig stijn
stuart stéphane stéphanie sue sunil sunita suresh susan susana susanne suzanne svein sven sven-erik svenja swati swen sybille sylke sylvain sylvia sylvie
synnøve sébastien søren sławomir tadeusz tadhg tamara tammy tanguy tanja tanya tara tariq tarun tatiana ted terence teresa tereza terri terry tessa teun thea
theo theodor theodore theresa thibault thierry thijs thilo thomas thor thorben thorsten théo tiffany tijs till tim timo timon timothy tina titus tobias todd
tolga tom tomasz tommy tomás tomáš toni tony torben torbjørn torsten tracey traci tracy travis trevor tricia tristan troy tuomas tyler udo ufuk ulf uli ulla
ulrich ulrik ulrike ursula urszula ute uwe valentin valentina valerie valérie vanessa varun venkat vera verena vernon veronica veronika verónica vibeke vicente
vicki vickie vicky victor victoria vijay vikas vikram viktor viktoria vincent vincenzo vinod viola virginia virginie vivian vladimír volker volkmar václav
véronique víctor wade wallace walter waltraud wanda warren wayne wendy werner wesley whitney wiebke wilfried wilhelm will willem willi william willie wim
winfried wojciech wolfgang wouter xavier yann yannick yasemin yasmin yolanda yusuf yves yvette yvonne yılmaz zachary zainab zbigniew zdeněk zeynep zoe zofia
álvaro édouard élodie émilie éric étienne óscar özlem úna łukasz`;

export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.split(/\s+/));

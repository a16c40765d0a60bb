package text

// Words that the lists call wrong and dictionaries do not: rare but right, or an
// accepted variant.
const rightWords = `
	cannister cannisters centrers clitoridis compensative complier delusionally derivate descenting
	earlies earnt fightings hardlinked incidently inexpense interpretor minimals overlorded payed refection
	scaleable signifiant simulative withing`

// Words that the list of American forms holds and British writers use, too, be it
// in one sense or trade only, and some that the list corrects wrongly.
const britishToo = `
	aging airplane airplanes artifact artifacts cozies dialogs drafty edema estrogen etiology
	pummeled sulfate sulfates sulfide sulfides sulfurous
	colorize colorized colorizes`

// Words that the list of British forms holds and American writers use, too, and
// some that the list corrects wrongly.
const americanToo = `
	analogue analogues archaeological archaeologically archaeologist archaeologists archaeology
	artefact artefacts catalogue catalogued catalogues cataloguing catalyses chilli dialogue dialogues edoema
	flautist flautists grovelled grovelling groyne groynes gryphon gryphons mitre mitres
	oesophaguses paralyses philtre philtres praesidium praesidiums psychoanalyses
	breathalyses pummelled pummelling savoury snowplough snowploughs uncatalogued
	worshipped worshipper worshipping cancelled cancelling`

// Corrections of the list that are no help: not words themselves, or unlikely to
// be what was meant.
const poorCorrections = ` alrighty anyones atleast bout chaser childrens coy cyan eels evil lean marked couldnt deinitialization dissapointed dryas dram eachother einfach
 everyones everytime flirts goodluck highschool infront mediciny ofcourse rende resignment satyr shouldnt
 sines sneeze somethin surveil thankyou trabajo vraiment wouldnt wouldve todo `

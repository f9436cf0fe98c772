import { wordSet } from '../text-document.ts';

const phrases = (list: string): ReadonlySet<string> => new Set(list.split(',').map((name) => name.trim()));

/** Countries, parts of the world, US states and cities that news names without saying what they are. Lower case. */
export const PLACES =
  phrases(`afghanistan,albania,algeria,andorra,angola,argentina,armenia,australia,austria,azerbaijan,bahamas,
bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bhutan,bolivia,bosnia,bosnia and herzegovina,botswana,brazil,brunei,
bulgaria,burkina faso,burundi,cambodia,cameroon,canada,cape verde,chad,chile,china,colombia,congo,costa rica,croatia,cuba,cyprus,
czech republic,czechia,denmark,djibouti,dominica,dominican republic,east timor,ecuador,egypt,el salvador,eritrea,estonia,ethiopia,
eswatini,fiji,finland,france,gabon,gambia,georgia,germany,ghana,greece,grenada,guatemala,guinea,guyana,haiti,honduras,hungary,
iceland,india,indonesia,iran,iraq,ireland,israel,italy,ivory coast,jamaica,japan,jordan,kazakhstan,kenya,kosovo,kuwait,
kyrgyzstan,laos,latvia,lebanon,lesotho,liberia,libya,liechtenstein,lithuania,luxembourg,macedonia,north macedonia,madagascar,
malawi,malaysia,maldives,mali,malta,mauritania,mauritius,mexico,moldova,monaco,mongolia,montenegro,morocco,mozambique,myanmar,
burma,namibia,nepal,netherlands,holland,new zealand,nicaragua,niger,nigeria,north korea,south korea,korea,norway,oman,pakistan,
palestine,panama,papua new guinea,paraguay,peru,philippines,poland,portugal,qatar,romania,russia,rwanda,samoa,saudi arabia,
senegal,serbia,seychelles,sierra leone,singapore,slovakia,slovenia,somalia,south africa,south sudan,spain,sri lanka,sudan,
suriname,swaziland,sweden,switzerland,syria,taiwan,tajikistan,tanzania,thailand,togo,tonga,trinidad and tobago,tunisia,turkey,
turkmenistan,uganda,ukraine,united arab emirates,uae,united kingdom,uk,britain,great britain,england,scotland,wales,
northern ireland,united states,united states of america,us,usa,america,uruguay,uzbekistan,vanuatu,vatican,vatican city,venezuela,
vietnam,yemen,zambia,zimbabwe,yugoslavia,soviet union,ussr,europe,asia,africa,antarctica,north america,south america,
latin america,central america,middle east,far east,western europe,eastern europe,west,east,balkans,caucasus,caribbean,scandinavia,
west bank,gaza,gaza strip,golan heights,crimea,donbas,kashmir,chechnya,catalonia,kurdistan,tibet,xinjiang,hong kong,macau,
alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,hawaii,idaho,illinois,indiana,iowa,kansas,
kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,
new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,
south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia,wisconsin,wyoming,puerto rico,guam,district of columbia,
dc,washington dc,new york city,los angeles,chicago,houston,philadelphia,phoenix,san francisco,san diego,dallas,boston,seattle,
denver,detroit,miami,atlanta,las vegas,baltimore,new orleans,silicon valley,wall street,capitol hill,hollywood,manhattan,
brooklyn,london,paris,berlin,moscow,beijing,tokyo,delhi,new delhi,mumbai,kabul,baghdad,damascus,aleppo,tehran,jerusalem,
tel aviv,cairo,istanbul,ankara,kiev,kyiv,kharkiv,odesa,mariupol,brussels,geneva,vienna,rome,madrid,barcelona,lisbon,athens,
stockholm,oslo,copenhagen,helsinki,warsaw,prague,budapest,bucharest,sofia,belgrade,zagreb,dublin,edinburgh,glasgow,
belfast,cardiff,manchester,liverpool,birmingham,amsterdam,the hague,hague,frankfurt,munich,hamburg,milan,zurich,toronto,ottawa,
montreal,vancouver,sydney,melbourne,canberra,wellington,auckland,johannesburg,cape town,nairobi,lagos,riyadh,doha,dubai,
abu dhabi,beirut,amman,tripoli,tunis,algiers,islamabad,karachi,lahore,dhaka,colombo,bangkok,jakarta,manila,hanoi,seoul,
pyongyang,taipei,shanghai,caracas,bogota,lima,santiago,buenos aires,sao paulo,rio de janeiro,brasilia,havana,mexico city,
sarajevo,pristina,minsk,riga,vilnius,tallinn,tbilisi,yerevan,baku,sanaa,aden,mogadishu,khartoum,addis ababa,kinshasa,
davos,chernobyl,hiroshima,normandy,bavaria,siberia,mediterranean,atlantic,pacific,arctic,persian gulf,black sea,red sea`);

/** Nationality, people and party adjectives: names only as part of a longer one ("British Airways"). Lower case. */
export const NATIONALITIES =
  wordSet(`afghan afghans albanian albanians algerian algerians american americans arab arabs arabian
arabic argentine argentinian argentines armenian armenians australian australians austrian austrians azerbaijani bahraini
bangladeshi bangladeshis belarusian belarusians belgian belgians bolivian bosnian bosnians brazilian brazilians british briton
britons bulgarian bulgarians burmese cambodian cambodians cameroonian canadian canadians catalan chilean chinese colombian colombians
congolese croatian croatians croat croats cuban cubans cypriot cypriots czech czechs danish dane danes dutch ecuadorian egyptian egyptians
english emirati eritrean estonian estonians ethiopian ethiopians european europeans filipino filipinos finnish finn finns french frenchman
georgian georgians german germans ghanaian greek greeks guatemalan haitian haitians honduran hungarian hungarians icelandic indian indians
indonesian indonesians iranian iranians iraqi iraqis irish israeli israelis italian italians ivorian jamaican japanese jew jews
jewish jordanian jordanians kazakh kenyan kenyans korean koreans kosovar kurd kurds kurdish kuwaiti latvian latvians lebanese liberian
libyan libyans lithuanian lithuanians macedonian malaysian malaysians malian maltese mexican mexicans moldovan mongolian moroccan
moroccans muslim muslims christian christians catholic catholics protestant protestants sunni sunnis shiite shiites shia hindu
hindus buddhist buddhists sikh nepalese nicaraguan nigerian nigerians norwegian norwegians omani pakistani pakistanis
palestinian palestinians panamanian paraguayan persian peruvian peruvians pole poles polish portuguese qatari romanian romanians russian
russians rwandan salvadoran salvadorans saudi saudis scot scots scottish senegalese serb serbian serbs serbians sicilian singaporean slovak slovaks
slovene slovenian slovenians somali somalis soviet soviets spaniard spaniards spanish sudanese swede swedes swedish swiss syrian
syrians taiwanese tanzanian texan texans thai thais tibetan tunisian tunisians turk turks turkish ugandan uighur uighurs uyghur uyghurs
ukrainian ukrainians uruguayan uzbek venezuelan venezuelans vietnamese welsh yemeni yemenis zambian zimbabwean african africans
asian asians hispanic hispanics latino latinos latina caucasian african-american african-americans republican democrat democratic western eastern
northern southern north south east west islamist islamists islamic nazi nazis communist communists marxist conservative conservatives
tory labour liberal liberals socialist socialists medicaid californian londoner londoners parisian roman romans balkan baltic nordic
scandinavian caribbean`);

/** Acronyms and single words known as bodies; lower case, without full stops. */
export const KNOWN_ORGANISATIONS =
  wordSet(`un eu nato imf who fbi cia nsa dhs doj epa fda fed ecb opec wto unesco unicef unhcr
irs sec nfl nba mlb nhl fifa uefa ioc bbc cnn nbc cbs abc fox msnbc ap afp reuters bloomberg gop ira isis isil hamas hezbollah
taliban idf ice nra aclu naacp osce iaea who asean brics g7 g20 g8 gru fsb kgb mi5 mi6 pentagon kremlin treasury congress
senate parliament bundestag duma knesset google facebook twitter apple microsoft amazon tesla netflix uber boeing airbus
samsung toyota volkswagen bmw siemens gazprom rosneft huawei spacex nasa democrats republicans tories likud fatah
interpol europol kremlin mossad walmart exxon shell bp hsbc goldman jpmorgan citigroup intel ibm sony nissan honda ford
gm ge at&t verizon comcast disney nhs tuc cbi dup snp ukip afd cdu csu spd pkk ypg dea atf cdc nih usda hud faa cftc tsa
politico breitbart newsweek vox huffpost buzzfeed wikileaks youtube instagram whatsapp snapchat linkedin tiktok cnbc npr pbs
reddit`);

/** Short forms that mean the same: each goes with the form before the colon. */
export const SAME_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'united states',
    usa: 'united states',
    america: 'united states',
    'united states of america': 'united states',
    uk: 'united kingdom',
    britain: 'united kingdom',
    'great britain': 'united kingdom',
    un: 'united nations',
    eu: 'european union',
    gop: 'republican party',
    fed: 'federal reserve',
  }),
);

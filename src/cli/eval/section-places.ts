/**
 * Parts of countries and seats of government that news names without the country, by country. General knowledge; the names of
 * countries, their people and cities come from data/world.ndjson.gz.
 */
export const PLACES_OF_COUNTRIES: Readonly<Record<string, string>> = {
  US: `us,usa,america,american,americans,alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,hawaii,idaho,illinois,
indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,
new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,
south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia,wisconsin,wyoming,white house,capitol hill,
pentagon,gop,fbi,cia,democrats,republicans,house republicans,senate republicans,house democrats,senate democrats`,
  GB: `uk,britain,british,briton,britons,england,scotland,scottish,wales,welsh,northern ireland,downing street,westminster,whitehall,holyrood,
tory,tories,nhs`,
  IN: `andhra pradesh,assam,bihar,gujarat,haryana,jharkhand,karnataka,kerala,madhya pradesh,maharashtra,manipur,odisha,punjab,rajasthan,
tamil nadu,telangana,uttar pradesh,uttarakhand,west bengal,lok sabha,rajya sabha,bjp`,
  AU: `new south wales,queensland,tasmania,south australia,western australia,nsw`,
  CA: `alberta,british columbia,manitoba,new brunswick,newfoundland,nova scotia,ontario,quebec,saskatchewan,nunavut,yukon`,
  RU: `kremlin,chechnya,dagestan,siberia,duma`,
  UA: `crimea,donbas,donetsk,luhansk,kiev,kyiv,kharkiv`,
  CN: `tibet,xinjiang,guangdong,sichuan,yunnan`,
  DE: `bavaria,bundestag,saxony,brandenburg,hesse`,
  FR: `elysee,brittany,normandy,corsica`,
  IL: `knesset,idf,jerusalem,tel aviv,likud`,
  PS: `gaza,gaza strip,west bank,hamas,palestinian,palestinians`,
  ES: `catalonia,catalan,andalusia,basque country`,
  BR: `planalto,minas gerais,bahia,parana`,
  PK: `sindh,khyber pakhtunkhwa,balochistan,islamabad`,
  NG: `borno,kaduna,kano,zamfara,plateau state`,
  JP: `okinawa,hokkaido,diet,kyushu`,
  IT: `sicily,tuscany,lombardy,sardinia`,
  IE: `dail,taoiseach,leinster`,
  AE: `uae,abu dhabi,dubai`,
  CD: `drc,north kivu,south kivu,ituri`,
};

/** Names that mean a place in several countries, or mostly something else. */
export const NOT_A_COUNTRY = new Set(
  'georgia,jersey,chad,guinea,polish,pole,poles,hamilton,victoria,columbia,birmingham,cambridge,richmond,santiago,san jose,nice,reading,mobile,split,van,of,dutch oven,most,orange,best,china sea,bath,lincoln,jackson,madison,houston we,washington dc'.split(
    ',',
  ),
);

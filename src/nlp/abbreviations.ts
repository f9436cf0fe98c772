const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Abbreviations a name or number follows: the full stop after them ends no sentence. Without the stop, lower case. */
export const NEVER_FINAL =
  words(`mr mrs ms messrs dr prof rev hon gen lt col maj capt cpt sgt cpl adm cmdr brig pvt
sen rep gov pres amb supt insp det atty fr mt gens sens reps govs drs profs mme mlle vs viz cf e.g i.e al approx dept cos ald
rt natl intl govt assn bldg ens cdr lcpl ing spc pfc asst assoc const
lt.-col lt.gov st.-sgt sra sr. hr dipl`);

/** Abbreviations that can close a sentence: what follows decides. */
export const SOMETIMES_FINAL =
  words(`inc corp co ltd llc plc bros jr sr esq etc st ave blvd rd u.s u.k u.n e.u u.s.a u.a.e
d.c n.y l.a n.j a.m p.m ph.d m.d b.a m.a b.c a.d m.p dem ind est ga calif mass conn pa va md fla tex ariz colo ill mich minn
mo nev ore tenn wash wis ala ark okla kan ky la miss neb vt del s.c n.c n.d s.d w.va n.h n.m r.i i.d p.s al no
univ ft sq lbs hrs min jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun fig art sec vol pp`);

/** Those whose stop is theirs only before a number ("No. 10", "Jan. 5", "Fig. 2"). */
export const BEFORE_NUMBER = words(
  `no nos jan feb mar apr jun jul aug sep sept oct nov dec fig art sec vol p pp par para ch ft`,
);

/** Words that open a sentence far more often than they continue a name. */
export const STARTERS =
  words(`the a an he she it they we i you but and or so yet in on at by for from with as after before
if when while although though since because this that these those there here his her its their our my your what who why how
where which however meanwhile then now also still even once many most some several both all another other others no not
to more despite during under until according police officials shares analysts critics`);

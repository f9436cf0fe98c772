import type { MentionType } from '../core/annotation.ts';

const ids = (list: string): readonly string[] => list.split(/\s+/).map((number) => `Q${number}`);

/**
 * Wikidata classes by the type they mean here. A dump names only an item's own classes (P31), not those above them (P279), so the classes
 * that news meets most are listed one by one; for the rest `typeOfClaims` goes by what is said of the item.
 */
const CLASSES: Readonly<Record<Exclude<MentionType, 'other'>, readonly string[]>> = {
  // human, fictional human
  person: ids('5 15632617'),
  // states and their parts; settlements; land, water and buildings
  place:
    ids(`6256 3624078 7275 3024240 161243 46395 35657 10864048 13220204 15284 56061 15916867 82794 3455524 1620908 5107
    515 1549591 3957 532 486972 5119 1093829 7930989 1637706 208511 200250 1907114 123705 2983893 47168 6465 36784 484170
    262166 42744322 22865 1221156 747074 2074737 23442 4022 8502 23397 165 9430 39816 46831 8514 40080 34763 37901 54050 35509
    1248784 44782 41176 12280 16970 4989906 174782 34442 79007 22698 46169 23413 55488 483110 39614 131681 12323 134447`),
  organisation:
    ids(`43229 4830453 783794 6881511 891723 167037 7278 163740 79913 484652 245065 327333 192350 35798 7188 35749
    11204 176799 772547 37726 4508 476028 12973014 847017 4438121 13393265 17156793 13027888 11032 1110794 41298 192283 1616075
    1331793 11033 22687 46970 18388277 786820 210167 215380 5741069 1194951 6979593 17149090 17127659 3918 875538 902104 38723
    9826 16917 31855 178706 4120211 1530022 507619 2659904 48204 157031 708676 955824 41487 194166`),
  event:
    ids(`198 178561 180684 8465 350604 40231 858439 1076105 2618461 43109 7944 8092 8068 168983 169950 744913 891854 2223653
    750215 21480300 3199915 124734 45382 273120 49776 1190554 1656682 132241 27968055 16510064 13406554 5389 159821 82414 19317
    2020153 12184 3241045 44512 1827102 3839081 645883 188055 625994`),
  work: ids(`11424 7725634 571 8261 5398426 482994 134556 7366 7889 3305213 860861 2431196 15416 24634210 35127 7397 131569 820655
    1002697 17537576 47461344 105543609 1667921 21191270 24862 202866 93184 25379`),
};

const TYPE_OF_CLASS: ReadonlyMap<string, MentionType> = new Map(
  Object.entries(CLASSES).flatMap(([type, classes]) =>
    classes.map((id) => [id, type as MentionType] as const),
  ),
);

/**
 * What is said only of things of one kind, in the order in which it decides: sex, birth; author, director, performer; headquarters,
 * founder, industry; coordinates; point in time, start and end.
 */
const TELLING_PROPERTIES: readonly (readonly [MentionType, readonly string[]])[] = [
  ['person', ['P21', 'P569', 'P106']],
  ['work', ['P50', 'P57', 'P175', 'P577']],
  ['organisation', ['P159', 'P112', 'P452', 'P749', 'P1454']],
  ['place', ['P625', 'P131', 'P36', 'P297']],
  ['event', ['P585', 'P580', 'P582', 'P710']],
];

/** The mention type of a Wikidata item, from its classes (P31), else from which properties it has; `other` when nothing tells. */
export function typeOfClaims(classes: readonly string[], properties: ReadonlySet<string>): MentionType {
  for (const id of classes) {
    const type = TYPE_OF_CLASS.get(id);
    if (type !== undefined) return type;
  }
  const telling = TELLING_PROPERTIES.find(([, names]) => names.some((name) => properties.has(name)));
  return telling?.[0] ?? 'other';
}

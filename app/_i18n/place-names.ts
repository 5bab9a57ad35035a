import chinesePlaces from "@/app/_i18n/chinese-places.json";
import type { Locale } from "@/app/_i18n/locales";

/**
 * Places are stored in English, which needs no table; a name that a table lacks stays as it is. Only for what
 * is rendered on the server: the browser is sent the names, not the tables.
 */
const names: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  en: new Map(),
  "zh-CN": new Map(Object.entries(chinesePlaces)),
};

interface Place {
  readonly province: string | null;
  readonly city: string | null;
}

/** Every stored place that readers of `locale` call otherwise. */
export function placeNames(locale: Locale): ReadonlyMap<string, string> {
  return names[locale];
}

/** A stored province as readers of `locale` call it. */
export function provinceName(locale: Locale, province: string): string {
  return names[locale].get(province) ?? province;
}

/** The same of a province and a city in it; cities of two provinces may share their English name. */
export function localPlace<Row extends Place>(locale: Locale, row: Row): Row {
  const { province, city } = row;
  const known = names[locale];
  return {
    ...row,
    province: province === null ? null : provinceName(locale, province),
    city: city === null ? null : (known.get(`${city}, ${province}`) ?? known.get(city) ?? city),
  };
}

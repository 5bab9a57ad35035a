/** Every sentence of a language; fetched when it is spoken. */
export const catalogues = {
  en: () => import("@/app/_messages/en.json"),
  "zh-CN": () => import("@/app/_messages/zh-CN.json"),
};

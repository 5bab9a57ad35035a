import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";

/** Each token: its colour in the light theme, then in the dark one. Both are chosen, neither is computed. */
export const tokens = {
  canvas: ["oklch(0.984 0.003 250)", "oklch(0.178 0.008 250)"],
  surface: ["oklch(1 0 0)", "oklch(0.208 0.009 250)"],
  raised: ["oklch(1 0 0)", "oklch(0.245 0.011 250)"],
  rail: ["oklch(0.968 0.004 250)", "oklch(0.16 0.008 250)"],
  hover: ["oklch(0.958 0.005 250)", "oklch(0.262 0.012 250)"],
  selected: ["oklch(0.942 0.022 212)", "oklch(0.298 0.034 212)"],
  line: ["oklch(0.908 0.006 250)", "oklch(0.302 0.012 250)"],
  "line-strong": ["oklch(0.64 0.014 250)", "oklch(0.54 0.016 250)"],
  ink: ["oklch(0.235 0.014 250)", "oklch(0.93 0.005 250)"],
  muted: ["oklch(0.455 0.016 250)", "oklch(0.755 0.012 250)"],
  faint: ["oklch(0.52 0.016 250)", "oklch(0.69 0.014 250)"],
  accent: ["oklch(0.44 0.083 212)", "oklch(0.78 0.098 205)"],
  "accent-strong": ["oklch(0.38 0.075 212)", "oklch(0.85 0.085 205)"],
  "on-accent": ["oklch(0.99 0.005 212)", "oklch(0.19 0.025 212)"],
  focus: ["oklch(0.55 0.12 225)", "oklch(0.75 0.12 220)"],
  danger: ["oklch(0.5 0.185 27)", "oklch(0.76 0.13 22)"],
  "danger-strong": ["oklch(0.44 0.17 27)", "oklch(0.83 0.1 22)"],
  "on-danger": ["oklch(0.99 0.005 27)", "oklch(0.2 0.04 27)"],
  "danger-soft": ["oklch(0.965 0.018 22)", "oklch(0.27 0.05 22)"],
  warning: ["oklch(0.46 0.1 66)", "oklch(0.82 0.12 80)"],
  "warning-soft": ["oklch(0.968 0.032 85)", "oklch(0.275 0.042 75)"],
  success: ["oklch(0.44 0.105 152)", "oklch(0.8 0.12 152)"],
  mark: ["oklch(0.93 0.095 95)", "oklch(0.42 0.08 90)"],
  backdrop: ["oklch(0.2 0.02 250 / 0.28)", "oklch(0.08 0.01 250 / 0.56)"],
  /** Words printed inside a bar of any state's colour. */
  "on-state": ["oklch(0.19 0.015 250)", "oklch(0.15 0.01 250)"],
  "state-free": ["oklch(0.64 0.155 150)", "oklch(0.74 0.15 150)"],
  "state-waiting": ["oklch(0.655 0.135 78)", "oklch(0.8 0.14 82)"],
  "state-ringing": ["oklch(0.645 0.165 48)", "oklch(0.76 0.145 52)"],
  "state-talking": ["oklch(0.62 0.155 250)", "oklch(0.72 0.13 248)"],
  "state-holding": ["oklch(0.62 0.155 300)", "oklch(0.73 0.13 302)"],
  "state-wrapping": ["oklch(0.63 0.098 190)", "oklch(0.75 0.1 188)"],
  "state-break": ["oklch(0.6 0.045 265)", "oklch(0.7 0.045 265)"],
  "state-meeting": ["oklch(0.605 0.06 285)", "oklch(0.7 0.06 285)"],
  "state-offline": ["oklch(0.62 0.012 250)", "oklch(0.62 0.012 250)"],
  "state-lost": ["oklch(0.62 0.195 26)", "oklch(0.7 0.165 24)"],
} as const;

export type Token = keyof typeof tokens;

const names = Object.keys(tokens);

/** `light-dark()` follows `color-scheme`, which the root element's `data-theme` pins; without one the system decides. */
const themes = plugin(({ addBase }) => {
  addBase({
    ":root": {
      colorScheme: "light dark",
      "--motion": "120ms",
      ...Object.fromEntries(
        Object.entries(tokens).map(([name, [light, dark]]) => [`--${name}`, `light-dark(${light}, ${dark})`]),
      ),
    },
    "@media (prefers-reduced-motion: reduce)": { ":root": { "--motion": "0s" } },
    ":root[data-theme=light]": { colorScheme: "light" },
    ":root[data-theme=dark]": { colorScheme: "dark" },
  });
});

export default {
  content: ["./app/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      ...Object.fromEntries(names.map((name) => [name, `var(--${name})`])),
    },
    fontFamily: {
      sans: [
        "var(--font-geist-sans)",
        "system-ui",
        "PingFang SC",
        "Microsoft YaHei",
        "Noto Sans CJK SC",
        "sans-serif",
      ],
      mono: ["var(--font-geist-mono)", "ui-monospace", "monospace"],
    },
    fontSize: {
      caption: ["0.75rem", { lineHeight: "1rem" }],
      table: ["0.8125rem", { lineHeight: "1.125rem" }],
      body: ["0.875rem", { lineHeight: "1.25rem" }],
      section: ["0.8125rem", { lineHeight: "1.25rem", fontWeight: "600" }],
      title: ["1.25rem", { lineHeight: "1.75rem", fontWeight: "600", letterSpacing: "-0.012em" }],
      figure: ["1.5rem", { lineHeight: "2rem", fontWeight: "600", letterSpacing: "-0.015em" }],
    },
    borderRadius: { none: "0", sm: "4px", md: "6px", lg: "8px", full: "9999px" },
    boxShadow: {
      float: "0 1px 2px oklch(0.2 0.02 250 / 0.08), 0 8px 24px oklch(0.2 0.02 250 / 0.14)",
      none: "none",
    },
    transitionDuration: { DEFAULT: "var(--motion)" },
  },
  plugins: [themes],
} satisfies Config;

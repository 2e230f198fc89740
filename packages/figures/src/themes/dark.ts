import type { Theme } from "./theme.ts";

export const dark: Theme = {
  name: "dark",
  background: "#14181d",
  ink: "#e8e8e8",
  muted: "#a6adb5",
  missing: "#363c44",
  palette: ["#74b4ff", "#e8646c", "#5becb8", "#f0b24d", "#8864bc", "#f2edff"],
};

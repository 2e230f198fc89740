import type { Theme } from "./theme.ts";

export const light: Theme = {
  name: "light",
  background: "#ffffff",
  ink: "#1a1a1a",
  muted: "#595959",
  missing: "#e4e4e4",
  palette: ["#2a6fb5", "#c8403f", "#05a87e", "#c07a0a", "#49249e", "#2b2b2b"],
};

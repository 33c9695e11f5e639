import type { JSX } from "solid-js";
import { useTexts } from "../texts/index.ts";
import type { IconName } from "./icons.tsx";
import { Menu } from "./menu.tsx";

export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

const icons: Readonly<Record<Theme, IconName>> = { light: "sun", dark: "moon", system: "screen" };

export interface ThemeSwitchProps {
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}

export function ThemeSwitch(props: ThemeSwitchProps): JSX.Element {
  const t = useTexts();
  return (
    <Menu
      label={t().common.theme.label}
      icon={icons[props.theme]}
      items={themes.map((theme) => ({
        kind: "choice",
        label: t().common.theme[theme],
        chosen: theme === props.theme,
        onSelect: () => props.onChange(theme),
      }))}
    />
  );
}

/** Colours, sizes and spaces of the paper; lengths in points. Meaning is never in the colour alone. */
export type Colour = keyof typeof colours;

/** sRGB, 0 to 255 */
export const colours = {
  paper: [255, 255, 255],
  wash: [246, 243, 236],
  ink: [29, 27, 24],
  inkSoft: [86, 81, 74],
  grey: [110, 104, 96],
  greyMid: [172, 166, 156],
  hairline: [216, 210, 199],
  body: [116, 131, 156],
  gap1: [222, 227, 235],
  gap2: [186, 196, 212],
  gap3: [146, 160, 183],
  gap4: [84, 103, 136],
  gap: [34, 55, 90],
  seal: [168, 50, 42],
} as const satisfies Record<string, readonly [number, number, number]>;

export const sizes = { body: 10, small: 8.5, tiny: 7.5, h1: 19, h2: 13.5, h3: 10.5, title: 30, figure: 22 } as const;

/** 22 mm */
export const margin = 62.36;
export const bodyTop = 84;
/** distance of the last line from the page's foot */
export const bodyBottom = 76;

/** Ems of body text: 36 Chinese or about 70 Latin characters. */
export const measureInEms = 36;

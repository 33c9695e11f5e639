import {
  listSections,
  placeQuestions,
  type AppliesWhen,
  type Checklist,
  type Language,
  type LocalText,
  type Question,
  type Scale,
} from "#domain";

/** A checklist as a Markdown page, both languages under each other, for whoever reviews content without the app. */
export function checklistPage(checklist: Checklist, file: string): string {
  const questions = placeQuestions(checklist.sections);
  const { source } = checklist;
  const blocks = [
    `<!-- Written by \`npm run docs\` from ../../${file}; change that file. -->`,
    `# ${checklist.title.en}\n\n${checklist.title["zh-TW"]}`,
    table([
      ["Id and version", `\`${checklist.id}\` ${checklist.version}`],
      ["File", `[${file}](../../${file})`],
      ["Questions", `${questions.length}, of them ${questions.filter((one) => one.question.knockout).length} knockouts`],
      ["Source", [source.name, source.publisher, source.date].join(", ")],
      ...(source.url ? [["Address", source.url] as const] : []),
      ["Licence", source.licence],
    ]),
    ...(source.note ? [`> ${source.note.en}\n>\n> ${source.note["zh-TW"]}`] : []),
    "## Scales",
    ...checklist.scales.map(scaleBlock),
    ...listSections(checklist.sections).flatMap(({ section, depth }) => [
      `${"#".repeat(Math.min(depth + 2, 5))} ${section.title.en} ${section.title["zh-TW"]}`,
      facts([
        ["id", `\`${section.id}\``],
        ["ref", section.ref],
        ["stage", section.pdca],
        ["target", section.target],
        ["applies when", conditions(section.appliesWhen)],
      ]),
      ...(section.questions ?? []).map(questionBlock),
    ]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** The page that lists the others. */
export function indexPage(checklists: readonly Checklist[]): string {
  const rows = checklists.map((one) => [
    `[${one.title.en}](${one.id}.md)`,
    one.title["zh-TW"],
    one.version,
    String(placeQuestions(one.sections).length),
  ]);
  const total = checklists.reduce((sum, one) => sum + placeQuestions(one.sections).length, 0);
  return [
    "<!-- Written by `npm run docs`. -->",
    "# The checklists",
    `${checklists.length} checklists, ${total} questions. How they are written: [content.md](../content.md).`,
    ["| Checklist | 清單 | Version | Questions |", "|---|---|---|---|", ...rows.map((cells) => `| ${cells.join(" | ")} |`)].join("\n"),
    "",
  ].join("\n\n").replace(/\n+$/, "\n");
}

function questionBlock(question: Question): string {
  return [
    `**${question.id}** ${question.text.en}\n\n${question.text["zh-TW"]}`,
    facts([
      ["ref", question.ref],
      ["control", question.control && `${question.control.en} ${question.control["zh-TW"]}`],
      ["weight", question.weight],
      ["obligation", question.obligation],
      ["phases", question.phases.join(", ")],
      ["target", question.target],
      ["scale", question.scale && `\`${question.scale}\``],
      ["knockout", question.knockout && "a gap here blocks the checklist"],
      ["applies when", conditions(question.appliesWhen)],
    ]),
    `> ${question.help.en}\n>\n> ${question.help["zh-TW"]}`,
    question.evidence.map((one) => `- ${one.en}\n  ${one["zh-TW"]}`).join("\n"),
  ].join("\n\n");
}

function scaleBlock(scale: Scale): string {
  const level = (language: Language, { label, meaning }: { readonly label: LocalText; readonly meaning: LocalText }) =>
    `${label[language]}${language === "en" ? ": " : "："}${meaning[language]}`;
  const rows = scale.levels.map((one) => `| ${one.id} | ${one.value} | ${level("en", one)}<br>${level("zh-TW", one)} |`);
  return [`\`${scale.id}\``, "", "| Level | Value | Meaning |", "|---|---|---|", ...rows].join("\n");
}

function facts(pairs: readonly (readonly [string, string | number | undefined | false])[]): string {
  return pairs.flatMap(([name, value]) => (value === undefined || value === false || value === "" ? [] : [`${name}: ${value}`])).join(" · ");
}

function conditions(when: AppliesWhen | undefined): string {
  return Object.entries<readonly string[]>({ ...when }).map(([key, values]) => `${key} is ${values.join(" or ")}`).join(" and ");
}

function table(rows: readonly (readonly [string, string])[]): string {
  return ["| | |", "|---|---|", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join("\n");
}

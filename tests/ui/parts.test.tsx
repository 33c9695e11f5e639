import { cleanup, fireEvent, render, screen, within } from "@solidjs/testing-library";
import { createSignal, type JSX } from "solid-js";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Evidence, EvidenceId, Language, LevelId } from "#domain";
import * as Parts from "../../src/ui/parts/index.ts";
import { TextsProvider } from "../../src/ui/texts/index.ts";

afterEach(cleanup);

const show = (part: () => JSX.Element, language: Language = "en") =>
  render(() => <TextsProvider language={language}>{part()}</TextsProvider>);

const open = { low: 0.41, high: 0.63, evidenced: 0.2, coverage: 0.78 };
const nothing = { low: null, high: null, evidenced: null, coverage: null };

describe("Button", () => {
  test("is pressed by its name and is no submit button unless asked", () => {
    const press = vi.fn();
    show(() => <Parts.Button onClick={press}>Save</Parts.Button>);
    const button = screen.getByRole("button", { name: "Save" });
    fireEvent.click(button);
    expect(press).toHaveBeenCalledOnce();
    expect(button.getAttribute("type")).toBe("button");
  });

  test("while busy says so, keeps the focus and takes no press", () => {
    const press = vi.fn();
    show(() => (
      <Parts.Button busy onClick={press}>
        Sign
      </Parts.Button>
    ));
    const button = screen.getByRole("button", { name: "Working…" });
    fireEvent.click(button);
    expect(press).not.toHaveBeenCalled();
    expect(button.getAttribute("aria-busy")).toBe("true");
    expect(button.hasAttribute("disabled")).toBe(false);
  });
});

describe("LevelPicker", () => {
  const levels = ["Absent", "Defined", "Assured"].map((label, at) => ({
    id: String(at) as LevelId,
    label,
    meaning: `${label} means this`,
  }));

  test("is a radio group whose steps are named by word and described by meaning", () => {
    const onLevel = vi.fn();
    show(() => (
      <Parts.LevelPicker label="Who decides?" levels={levels} level={null} onLevel={onLevel} notApplicable={false} />
    ));
    const group = screen.getByRole("radiogroup", { name: "Who decides?" });
    const defined = within(group).getByRole("radio", { name: "Defined", description: "Defined means this" });
    expect(group.dataset["state"]).toBe("open");
    fireEvent.click(defined);
    expect(onLevel).toHaveBeenCalledWith("1");
    expect(within(group).queryByRole("radio", { name: "Not applicable" })).toBeNull();
  });

  test("not applicable is a choice of its own, and an answer can be taken back", () => {
    const [said, clear] = [vi.fn(), vi.fn()];
    show(() => (
      <Parts.LevelPicker
        label="q"
        levels={levels}
        level={"2" as LevelId}
        onLevel={() => {}}
        notApplicable={false}
        onNotApplicable={said}
        onClear={clear}
      />
    ));
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Assured" }).checked).toBe(true);
    fireEvent.click(screen.getByRole("radio", { name: "Not applicable" }));
    fireEvent.click(screen.getByRole("button", { name: "Take the answer back" }));
    expect([said.mock.calls.length, clear.mock.calls.length]).toEqual([1, 1]);
  });

  test("keys are the digits that help texts use, else the places from 1", () => {
    const keys = (ids: readonly string[]) => Parts.levelKeys(ids.map((id) => ({ id: id as LevelId })));
    expect(keys(["0", "1", "2"])).toEqual(["0", "1", "2"]);
    expect(keys(["no", "partly", "yes"])).toEqual(["1", "2", "3"]);
  });
});

describe("figures", () => {
  test("[S6] the bar says both ends, what is answered and what is evidenced", () => {
    show(() => <Parts.IntervalBar figure={open} size="row" label="Transparency" blocked />);
    expect(
      screen.getByRole("img", {
        name: "Transparency: 41–63% of target, 78% answered, 20% evidenced, blocked by a knockout",
      }),
    ).toBeTruthy();
  });

  test("[S6] the bar is solid to low and hatched from low to high", () => {
    const { container } = show(() => <Parts.IntervalBar figure={open} size="head" label="x" />);
    const style = (name: string) => container.querySelector(`.interval-bar-${name}`)?.getAttribute("style") ?? "";
    expect(style("known")).toContain("41%");
    expect(style("unknown")).toMatch(/41%.*22%/);
    expect(style("core")).toContain("20%");
    expect(style("target")).toContain("100%");
  });

  test("a figure of nothing is blank, not zero", () => {
    const { container } = show(() => <Parts.IntervalBar figure={nothing} size="row" label="x" target={null} />);
    expect(container.querySelector(".interval-bar-known, .interval-bar-target")).toBeNull();
  });

  test("[S13] a figure opens what it is made of", () => {
    const explain = vi.fn();
    show(() => <Parts.FigureValue figure={open} label="Total" onExplain={explain} />, "zh-TW");
    fireEvent.click(screen.getByRole("button", { name: /^Total：達目標之41–63%/ }));
    expect(explain).toHaveBeenCalledOnce();
  });

  test("[S6] tone is what is known to be missing, hatch is what is open", () => {
    const of = (low: number | null, high: number | null) => {
      const figure = { low, high, evidenced: low, coverage: 1 };
      return [Parts.toneOf(figure), Parts.hatchOf(figure)];
    };
    expect(of(1, 1)).toEqual([0, 0]);
    expect(of(0, 1)).toEqual([0, 3]);
    expect(of(0, 0)).toEqual([5, 0]);
    expect(of(0.2, 0.4)).toEqual([3, 1]);
    expect(of(null, null)).toEqual(["none", 0]);
  });

  test("the heatmap is a table whose cells open", () => {
    const openCell = vi.fn();
    show(() => (
      <Parts.Heatmap
        title="Gaps"
        columns={[
          { id: "plan", label: "Plan" },
          { id: "retire", label: "Retire" },
        ]}
        rows={[{ id: "t", label: "Transparency", cells: { plan: open } }]}
        onOpen={openCell}
      />
    ));
    const table = screen.getByRole("table", { name: "Gaps" });
    expect(within(table).getByRole("rowheader", { name: "Transparency" })).toBeTruthy();
    expect(within(table).getByRole("cell", { name: "no question" })).toBeTruthy();
    fireEvent.click(within(table).getByRole("button", { name: /^Transparency, Plan: 41–63%/ }));
    expect(openCell).toHaveBeenCalledWith("t", "plan");
  });

  test("the radar is drawn for three to nine axes and stands as bars otherwise", () => {
    const axes = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ id: `${at}`, label: `Axis ${at}`, figure: at === 1 ? nothing : open }));
    const drawn = (count: number) => {
      const { container, unmount } = show(() => <Parts.Radar title="How far" axes={axes(count)} />);
      const isDrawn = container.querySelector(".radar-drawing") !== null;
      unmount();
      return isDrawn;
    };
    expect([2, 3, 9, 10].map(drawn)).toEqual([false, true, true, false]);
  });
});

describe("marks", () => {
  test("every status has its word and a shape of its own", () => {
    const statuses = [
      "out-of-scope",
      "not-applicable",
      "not-assessed",
      "satisfied",
      "incomplete",
      "not-satisfied",
      "partially-satisfied",
    ] as const;
    const shapes = statuses.map((status) => {
      const { container, unmount } = show(() => <Parts.StatusMark status={status} />);
      const shape = container.querySelector("svg")?.innerHTML ?? "";
      expect(container.textContent).not.toBe("");
      unmount();
      return shape;
    });
    expect(new Set(shapes).size).toBe(statuses.length);
  });

  test("[S7] a slip of evidence says whether it is in force on the assessment date", () => {
    const slip = (dates: Partial<Evidence>): Evidence =>
      ({ id: "e" as EvidenceId, kind: "statement", name: "Minutes", ...dates }) as Evidence;
    const state = (dates: Partial<Evidence>) => Parts.evidenceState(slip(dates), "2026-11-21");
    expect(state({})).toBe("effective");
    expect(state({ expires: "2026-11-21" })).toBe("effective");
    expect(state({ expires: "2026-11-20" })).toBe("expired");
    expect(state({ effectiveFrom: "2026-11-22" })).toBe("not-yet");
    expect(state({ withdrawn: true, expires: "2026-01-01" })).toBe("withdrawn");
  });
});

describe("fields", () => {
  test("label, hint and error belong to the control", () => {
    const said = vi.fn();
    show(() => <Parts.TextField label="Owner" value="" hint="Who answers for it" error="Say who." onInput={said} />);
    const field = screen.getByRole("textbox", { name: "Owner", description: "Who answers for it Say who." });
    expect(field.getAttribute("aria-invalid")).toBe("true");
    fireEvent.input(field, { target: { value: "Ward 3" } });
    expect(said).toHaveBeenCalledWith("Ward 3");
  });

  test("a list gives back one of its values, or nothing", () => {
    const chosen = vi.fn();
    show(() => (
      <Parts.SelectField
        label="Tier"
        emptyLabel="Not set"
        value={"high"}
        options={[
          { value: "high", label: "High" },
          { value: "limited", label: "Limited" },
        ]}
        onChange={chosen}
      />
    ));
    const list = screen.getByRole<HTMLSelectElement>("combobox", { name: "Tier" });
    expect(list.value).toBe("high");
    fireEvent.change(list, { target: { value: "limited" } });
    fireEvent.change(list, { target: { value: "" } });
    expect(chosen.mock.calls).toEqual([["limited"], [null]]);
  });

  test("tags are kept by Enter, once each, and taken back by Backspace", () => {
    const [tags, setTags] = createSignal<readonly string[]>(["health"]);
    const keep = vi.fn(setTags);
    show(() => <Parts.TagsField label="Tags" tags={tags()} onChange={keep} />);
    const field = screen.getByRole("textbox", { name: "Tags" });
    const type = (word: string, key: string) => {
      fireEvent.input(field, { target: { value: word } });
      fireEvent.keyDown(field, { key });
    };
    type("biometric", "Enter");
    type("health", ",");
    expect(keep).toHaveBeenLastCalledWith(["health", "biometric"]);
    fireEvent.keyDown(field, { key: "Backspace" });
    fireEvent.click(screen.getByRole("button", { name: "Remove health" }));
    expect(keep).toHaveBeenLastCalledWith([]);
  });
});

describe("overlays", () => {
  test("a dialog has its title for a name and closes by its cross", () => {
    const close = vi.fn();
    show(() => (
      <Parts.ConfirmDialog
        open
        title="Delete this assessment"
        description="41 answers go with it."
        confirmLabel="Delete"
        onConfirm={() => {}}
        onCancel={close}
      />
    ));
    const dialog = screen.getByRole("dialog", { name: "Delete this assessment" });
    fireEvent.click(within(dialog).getByRole("button", { name: "Close" }));
    expect(close).toHaveBeenCalledOnce();
  });

  test("a notice is read politely and its undo takes it away", () => {
    const undo = vi.fn();
    const Page = () => {
      const toaster = Parts.useToaster();
      const notice = { message: "Answer taken back", action: { label: "Undo", onAct: undo } };
      return <button onClick={() => toaster.show(notice)}>Take back</button>;
    };
    show(() => (
      <Parts.ToasterProvider>
        <Page />
      </Parts.ToasterProvider>
    ));
    fireEvent.click(screen.getByRole("button", { name: "Take back" }));
    const region = screen.getByRole("log");
    expect(region.getAttribute("aria-live")).toBe("polite");
    expect(region.textContent).toContain("Answer taken back");
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(undo).toHaveBeenCalledOnce();
    expect(region.textContent).toBe("");
  });

  test("an error is an alert, other banners are not", () => {
    show(() => (
      <>
        <Parts.Banner tone="error">Not saved.</Parts.Banner>
        <Parts.Banner tone="info">A new version is ready.</Parts.Banner>
      </>
    ));
    expect(screen.getByRole("alert").textContent).toBe("Not saved.");
    expect(screen.getByRole("status").textContent).toBe("A new version is ready.");
  });
});

test("a table has its caption for a name, its rows are headed, and it asks to be sorted", () => {
  const sort = vi.fn();
  show(() => (
    <Parts.DataTable
      caption="Findings"
      rows={["one"]}
      empty="None."
      sort={{ column: "a", direction: "descending" }}
      onSort={sort}
      columns={[
        { id: "a", label: "Question", isRowHeader: true, sortable: true, cell: (row) => row },
        { id: "b", label: "Gap", align: "end", cell: () => "3" },
      ]}
    />
  ));
  const table = screen.getByRole("table", { name: "Findings" });
  expect(within(table).getByRole("rowheader", { name: "one" })).toBeTruthy();
  expect(within(table).getByRole("columnheader", { name: "Question" }).getAttribute("aria-sort")).toBe("descending");
  fireEvent.click(within(table).getByRole("button", { name: "Question" }));
  expect(sort).toHaveBeenCalledWith("a");
});

test("a part outside the texts says who is missing", () => {
  expect(() => render(() => <Parts.BusyText />)).toThrow("needs a <TextsProvider> above it");
});

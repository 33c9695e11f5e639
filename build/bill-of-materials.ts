import { createHash } from "node:crypto";

/** What package-lock.json says of one package. */
export interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly resolved?: string;
  /** "sha512-" and base64 */
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/**
 * A CycloneDX 1.6 bill of materials of the packages in `folders`. It follows from the lock alone: no time, and a serial
 * number made from its own content. Throws for a package that the lock does not know or that names no licence.
 */
export function billOfMaterials(lock: Lock, folders: readonly string[]): object {
  const components = folders.map((folder) => component(lock, folder));
  const dependencies = folders.map((folder) => ({ ref: refOf(lock, folder), dependsOn: dependsOn(lock, folder, folders) }));
  const app = { type: "application", "bom-ref": `${lock.name}@${lock.version}`, name: lock.name, version: lock.version, ...licences(lock.packages[""]?.license) };
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: serialOf(JSON.stringify([app, components, dependencies])),
    version: 1,
    metadata: { component: app },
    components,
    dependencies: [{ ref: app["bom-ref"], dependsOn: folders.map((folder) => refOf(lock, folder)) }, ...dependencies],
  };
}

/** "node_modules/a/node_modules/@b/c" is the package "@b/c". */
export function packageName(folder: string): string {
  return folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
}

function component(lock: Lock, folder: string): object {
  const { version, license, resolved, integrity } = locked(lock, folder);
  if (!license) throw new Error(`${folder} names no licence`);
  const name = packageName(folder);
  return {
    type: "library",
    "bom-ref": refOf(lock, folder),
    name,
    version,
    scope: "required",
    ...(integrity ? { hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex") }] } : {}),
    ...licences(license),
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
    ...(resolved ? { externalReferences: [{ type: "distribution", url: resolved }] } : {}),
  };
}

function licences(licence: string | undefined): object {
  if (!licence) return {};
  return { licenses: [/[ ()]/.test(licence) ? { expression: licence } : { license: { id: licence } }] };
}

/** Those of the shipped packages that this one asks for, found as Node finds them: beside it first, then further out. */
function dependsOn(lock: Lock, folder: string, folders: readonly string[]): readonly string[] {
  const { dependencies = {}, peerDependencies = {}, optionalDependencies = {} } = locked(lock, folder);
  const names = Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies });
  const found = names.flatMap((name) => placesOf(folder, name).find((place) => Object.hasOwn(lock.packages, place)) ?? []);
  return found.filter((place) => folders.includes(place)).map((place) => refOf(lock, place)).sort();
}

function placesOf(folder: string, name: string): readonly string[] {
  const steps = folder.split("/node_modules/");
  const outward = steps.map((_, index) => steps.slice(0, steps.length - index).join("/node_modules/"));
  return [...outward.map((place) => `${place}/node_modules/${name}`), `node_modules/${name}`];
}

function refOf(lock: Lock, folder: string): string {
  return `${packageName(folder)}@${locked(lock, folder).version}`;
}

function locked(lock: Lock, folder: string): LockedPackage {
  const found = lock.packages[folder];
  if (!found) throw new Error(`package-lock.json does not know ${folder}`);
  return found;
}

/** A UUID of version 8: 128 bits of our own making. */
function serialOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import {
  type CallExpression,
  type Comment,
  type Declaration,
  type Directive,
  type Expression,
  type ImportSpecifier,
  type MemberExpression,
  type NewExpression,
  type Node,
  parseSync,
  type Span,
  type Statement,
  type VariableDeclarator,
  Visitor,
} from "oxc-parser";

/** What the architecture asks about one source file. */
export interface SourceCode {
  /** Every module it names: imports, type imports, re-exports and dynamic imports. */
  readonly imports: readonly string[];
  /** Where it asks for the time of day, for chance, or for the process around it. */
  readonly impurities: readonly string[];
  /** The functions that others may call and that do not say what they mean. */
  readonly undocumented: readonly string[];
}

/** Globals that answer differently from one call to the next, by the members that do. */
const impure: Readonly<Record<string, readonly string[] | "all">> = {
  Date: ["now"],
  Math: ["random"],
  Temporal: ["Now"],
  performance: "all",
  crypto: "all",
  process: "all",
  globalThis: "all",
};

/** Reads a TypeScript file with a real parser, so that comments and strings never count. */
export function readSource(file: string, text: string): SourceCode {
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const imports = new Set<string>();
  const impurities: string[] = [];

  function noteRenamed({ imported, local }: ImportSpecifier): void {
    noteIf(nameOf(imported) in impure && nameOf(imported) !== local.name, local);
  }
  function noteImport({ source }: { source: Expression | null }): void {
    if (source !== null) imports.add(pathOf(source));
  }
  function noteIf(isImpure: boolean, { start, end }: Span): void {
    if (isImpure) impurities.push(text.slice(start, end));
  }
  const noteMember = (node: MemberExpression) =>
    noteIf(isImpureMember(nameOf(node.object), memberOf(node)), node);
  const noteConstruction = (node: NewExpression) =>
    noteIf(nameOf(node.callee) === "Date" && node.arguments.length === 0, node);
  const noteCall = (node: CallExpression) => noteIf(nameOf(node.callee) === "Date", node);
  const noteAlias = (node: VariableDeclarator) => noteIf(nameOf(node.init) in impure, node);

  new Visitor({
    ImportDeclaration: noteImport,
    ImportSpecifier: noteRenamed,
    ImportExpression: noteImport,
    ExportAllDeclaration: noteImport,
    ExportNamedDeclaration: noteImport,
    TSImportType: noteImport,
    MemberExpression: noteMember,
    NewExpression: noteConstruction,
    CallExpression: noteCall,
    VariableDeclarator: noteAlias,
  }).visit(program);
  return { imports: [...imports], impurities, undocumented: undocumentedIn(text, program.body, comments) };
}

/** The exported functions with no docstring right before them. */
function undocumentedIn(
  text: string,
  body: readonly (Directive | Statement)[],
  comments: readonly Comment[],
): string[] {
  const docstrings = comments.filter(({ type, value }) => type === "Block" && value.startsWith("*"));
  const ends = new Set(docstrings.map(({ end }) => end));
  return body.flatMap((statement) => {
    const name = statement.type === "ExportNamedDeclaration" ? functionIn(statement.declaration) : undefined;
    const before = text.slice(0, statement.start).trimEnd().length;
    return name === undefined || ends.has(before) ? [] : [name];
  });
}

/** The function that is declared, by a statement or as a constant. */
function functionIn(declaration: Declaration | null): string | undefined {
  if (declaration?.type === "FunctionDeclaration") return nameOf(declaration.id);
  if (declaration?.type !== "VariableDeclaration") return undefined;
  const made = declaration.declarations.find(
    ({ init }) => init?.type === "ArrowFunctionExpression" || init?.type === "FunctionExpression",
  );
  return made && nameOf(made.id);
}

/** The path as written; of a path completed while running, the part that stands before that. */
function pathOf(source: Expression): string {
  if (source.type === "Literal") return String(source.value);
  return source.type === "TemplateLiteral" ? (source.quasis[0]?.value.raw ?? "") : "";
}

function nameOf(node: Node | null): string {
  return node?.type === "Identifier" ? node.name : "";
}

function memberOf(node: MemberExpression): string | undefined {
  if (!node.computed) return nameOf(node.property);
  return node.property.type === "Literal" ? String(node.property.value) : undefined;
}

function isImpureMember(object: string, member: string | undefined): boolean {
  const members = impure[object];
  if (members === undefined) return false;
  return members === "all" || member === undefined || members.includes(member);
}

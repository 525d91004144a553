import path from 'node:path';
import ts from 'typescript';

/** A named function, property or attribute of the product, in which calls are found. */
export type Owner = ts.Node;

export interface Call {
  readonly to: Owner;
  /** Functions that the call runs through as a callback: locks, retries, guards. */
  readonly through: readonly Owner[];
}

export interface CallGraph {
  readonly callsFrom: (owner: Owner) => readonly Call[];
  /** The functions that a function passes its own callbacks to. */
  readonly callbackReceivers: (owner: Owner) => readonly Owner[];
  /** Owners of this name in this file. */
  readonly named: (file: string, name: string) => readonly Owner[];
  readonly fileOf: (owner: Owner) => string;
}

/** The calls between the product's functions, as TypeScript resolves them; calls of an interface lead to what implements it. */
export function callGraph(root: string, isProduct: (file: string) => boolean): CallGraph {
  const service = languageService(root);
  const program = service.getProgram();
  if (program === undefined) throw new Error('the project does not compile');
  const checker = program.getTypeChecker();
  const fileOf = (node: ts.Node): string => path.relative(root, node.getSourceFile().fileName);
  const isOurs = (node: ts.Node): boolean => isProduct(fileOf(node));
  const known = new Map<Owner, readonly Call[]>();
  const resolving = new Set<ts.Node>();
  const references = new Map<ts.Node, readonly ts.Node[]>();

  function callsFrom(owner: Owner): readonly Call[] {
    const found = known.get(owner) ?? identifiersIn(owner).flatMap((each) => callsAt(each, owner));
    known.set(owner, found);
    return found;
  }

  function callsAt(identifier: ts.Identifier, owner: Owner): readonly Call[] {
    // Only the member of an object is used.
    if (ts.isPropertyAccessExpression(identifier.parent) && identifier.parent.expression === identifier) return [];
    return targetsOf(identifier)
      .filter((to) => to !== owner)
      .map((to) => ({ to, through: receiversAround(identifier, owner) }));
  }

  /** The functions that receive the callback around this node as an argument. */
  function receiversAround(node: ts.Node, owner: Owner): readonly Owner[] {
    const receivers: Owner[] = [];
    for (let at = node; at !== owner; at = at.parent) {
      const isArgument = ts.isCallExpression(at.parent) && at.parent.arguments.some((argument) => argument === at);
      if (isArgument && ts.isArrowFunction(at)) receivers.push(...calleesOf(at.parent));
    }
    return receivers;
  }

  function calleesOf(call: ts.Node): readonly Owner[] {
    if (!ts.isCallExpression(call)) return [];
    const callee = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
    return ts.isIdentifier(callee) ? targetsOf(callee) : [];
  }

  function callbackReceivers(owner: Owner): readonly Owner[] {
    const parameters = new Set(parametersOf(owner));
    return identifiersIn(owner)
      .filter((identifier) => {
        const declared = checker.getSymbolAtLocation(identifier)?.valueDeclaration;
        return declared !== undefined && parameters.has(declared) && declared !== identifier.parent;
      })
      .flatMap((identifier) => [
        ...receiversAround(identifier, owner),
        ...(ts.isCallExpression(identifier.parent) && identifier.parent.expression !== identifier
          ? calleesOf(identifier.parent)
          : []),
      ]);
  }

  function targetsOf(identifier: ts.Identifier): readonly Owner[] {
    const symbol = checker.getSymbolAtLocation(identifier);
    const resolved =
      symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (resolved?.declarations ?? []).filter(isOurs).flatMap((declaration) => implementationsOf(declaration));
  }

  function implementationsOf(declaration: ts.Declaration): readonly Owner[] {
    // A name that is passed on in a circle leads to nothing new.
    if (resolving.has(declaration)) return [];
    resolving.add(declaration);
    const found = resolve(declaration);
    resolving.delete(declaration);
    return found;
  }

  function resolve(declaration: ts.Declaration): readonly Owner[] {
    if (isOwner(declaration)) return [declaration];
    if (ts.isShorthandPropertyAssignment(declaration)) return valuesOf(declaration);
    if (ts.isBindingElement(declaration)) return boundTo(declaration);
    // A function that another one returned.
    if (ts.isVariableDeclaration(declaration) && declaration.initializer) return calleesOf(declaration.initializer);
    if (ts.isParameter(declaration)) {
      return argumentsFor(declaration).flatMap((argument) => (ts.isIdentifier(argument) ? targetsOf(argument) : []));
    }
    const isMember = ts.isMethodSignature(declaration) || ts.isPropertySignature(declaration);
    if (!isMember) return [];
    return referencesTo(declaration.name).flatMap((node) => {
      if (ts.isShorthandPropertyAssignment(node.parent)) return valuesOf(node.parent);
      return isOwner(node.parent) && 'name' in node.parent && node.parent.name === node ? [node.parent] : [];
    });
  }

  /** What callers pass for a parameter of a named function. */
  function argumentsFor(parameter: ts.ParameterDeclaration): readonly ts.Expression[] {
    const owner = parameter.parent;
    if (!ts.isFunctionDeclaration(owner) || owner.name === undefined) return [];
    const index = owner.parameters.indexOf(parameter);
    return referencesTo(owner.name).flatMap((node) => {
      const isCall = ts.isCallExpression(node.parent) && node.parent.expression === node;
      return (isCall ? node.parent.arguments[index] : undefined) ?? [];
    });
  }

  function referencesTo(name: ts.Node): readonly ts.Node[] {
    const known = references.get(name);
    if (known !== undefined) return known;
    const found = (service.getReferencesAtPosition(name.getSourceFile().fileName, name.getStart()) ?? [])
      .filter(({ fileName }) => isProduct(path.relative(root, fileName)))
      .flatMap(({ fileName, textSpan }) => {
        const source = program?.getSourceFile(fileName);
        return source === undefined ? [] : [nodeAt(source, textSpan.start)];
      });
    references.set(name, found);
    return found;
  }

  function valuesOf(shorthand: ts.ShorthandPropertyAssignment): readonly Owner[] {
    const declarations = checker.getShorthandAssignmentValueSymbol(shorthand)?.declarations ?? [];
    return declarations.filter(isOurs).flatMap((declaration) => implementationsOf(declaration));
  }

  /** What a destructured name stands for, by the type or by what callers pass. */
  function boundTo(element: ts.BindingElement): readonly Owner[] {
    const name = (element.propertyName ?? element.name).getText();
    const pattern = element.parent;
    const passed = ts.isParameter(pattern.parent) ? argumentsFor(pattern.parent) : [];
    return [pattern, ...passed]
      .flatMap((node) => checker.getTypeAtLocation(node).getProperty(name)?.declarations ?? [])
      .filter((declaration) => declaration !== element && isOurs(declaration))
      .flatMap((declaration) => implementationsOf(declaration));
  }

  return {
    callsFrom,
    callbackReceivers,
    fileOf,
    named: (file, name) => {
      const source = program.getSourceFile(path.join(root, file));
      return source === undefined ? [] : ownersIn(source).filter((owner) => nameOf(owner) === name);
    },
  };
}

/** Whether a node is followed as a unit: a function, or a property or attribute that holds an expression. */
function isOwner(node: ts.Node): boolean {
  if (ts.isVariableDeclaration(node)) return node.initializer !== undefined && holdsFunction(node.initializer);
  if (ts.isJsxAttribute(node)) return node.initializer !== undefined && ts.isJsxExpression(node.initializer);
  return ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node);
}

function holdsFunction(initializer: ts.Expression): boolean {
  const isWrapped = ts.isCallExpression(initializer) && initializer.arguments.some(ts.isArrowFunction);
  return ts.isArrowFunction(initializer) || isWrapped;
}

/** The identifiers of a unit, those of units inside it left out. */
function identifiersIn(owner: Owner): readonly ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.push(node);
    else if (node === owner || !isOwner(node)) ts.forEachChild(node, visit);
  };
  visit(owner);
  return found;
}

function ownersIn(source: ts.SourceFile): readonly Owner[] {
  const found: Owner[] = [];
  const visit = (node: ts.Node): void => {
    if (isOwner(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The name of a unit in the code. */
export function nameOf(owner: Owner): string {
  const name = 'name' in owner ? owner.name : undefined;
  if (name === undefined) return '';
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- every unit's name is a node
  const node = name as ts.Node;
  return ts.isStringLiteral(node) ? node.text : node.getText();
}

function parametersOf(owner: Owner): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node)) found.push(node);
    if (node === owner || !isOwner(node)) ts.forEachChild(node, visit);
  };
  visit(owner);
  return found;
}

function nodeAt(source: ts.SourceFile, position: number): ts.Node {
  const find = (node: ts.Node): ts.Node =>
    ts.forEachChild(node, (child) =>
      child.getStart() <= position && position < child.end ? find(child) : undefined,
    ) ?? node;
  return find(source);
}

function languageService(root: string): ts.LanguageService {
  const config = ts.getParsedCommandLineOfConfigFile(
    path.join(root, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (config === undefined) throw new Error(`no tsconfig.json in ${root}`);
  return ts.createLanguageService({
    getCompilationSettings: () => config.options,
    getScriptFileNames: () => config.fileNames.filter((file) => !/[.](test|spec)[.]|\/e2e\//u.test(file)),
    getScriptVersion: () => '1',
    getScriptSnapshot: (file) => {
      const text = ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
  });
}

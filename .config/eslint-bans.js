/**
 * Banned syntax. Each ban is a rule `shortlist/<name>`; `only` limits it to some files, `except` lists the allowed files.
 * Every ban has a planted violation in e2e/build/planted-cases.ts.
 */
const E2E = ['e2e/**', '.config/**'];
/** Attributes whose values are read or heard. */
const SPOKEN = '/^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|label|alt|hint)$/';
const TESTS = ['**/*.test.{ts,tsx}'];

export const bans = {
  'no-html-injection': {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/], JSXAttribute[name.name="dangerouslySetInnerHTML"], MemberExpression[object.name="document"][property.name="write"]',
    message: 'Do not create markup from text. Use React or textContent.',
    except: [...E2E, ...TESTS],
  },
  'no-eval': {
    selector:
      'CallExpression[callee.name="eval"], NewExpression[callee.name="Function"], CallExpression[callee.name="Function"]',
    message: 'Do not create code from text.',
  },
  'network-only-in-getsales': {
    selector:
      'CallExpression[callee.name="fetch"], MemberExpression[property.name="sendBeacon"], NewExpression[callee.name=/^(XMLHttpRequest|WebSocket|EventSource)$/]',
    message: 'Only lib/getsales and lib/single-use send requests, with the fetch that is passed to them.',
    except: [
      'entrypoints/background.ts',
      'entrypoints/single-use/main.ts',
      'lib/single-use/frame.ts',
      ...E2E,
      ...TESTS,
    ],
  },
  'storage-only-in-settings': {
    selector: 'MemberExpression[object.name=/^(browser|chrome)$/][property.name="storage"]',
    message: 'Stored items are declared in lib/settings.',
    except: ['entrypoints/background.ts', 'lib/settings/declare.ts', 'lib/settings/erase.ts', ...E2E],
  },
  'no-external-messages': {
    selector: 'Identifier[name=/^(onMessageExternal|onConnectExternal|onUserScriptMessage)$/]',
    message: 'Do not listen to messages from outside of this extension.',
  },
  'one-listener': {
    selector: 'MemberExpression[property.name="onMessage"]',
    message: 'serve() is the only listener; it is registered in entrypoints/background.ts.',
    except: ['entrypoints/background.ts', 'lib/single-use/**'],
  },
  'no-window-messages': {
    selector:
      'CallExpression[callee.name="postMessage"], CallExpression[callee.property.name="postMessage"], CallExpression[callee.name="addEventListener"][arguments.0.value=/^(message|fetch)$/], CallExpression[callee.property.name="addEventListener"][arguments.0.value=/^(message|fetch)$/]',
    message: 'Do not exchange messages with web pages.',
    except: ['lib/single-use/**', ...E2E],
  },
  'no-main-world': {
    selector: 'Property[key.name="world"][value.value="MAIN"]',
    message: 'Do not run code in the page’s main world.',
  },
  'console-only-in-log': {
    selector: 'MemberExpression[object.name="console"]',
    message: 'Log through lib/log.ts.',
    except: ['lib/log.ts', ...E2E],
  },
  'json-only-bounded': {
    selector: 'CallExpression[callee.object.name="JSON"][callee.property.name="parse"]',
    message: 'Parse JSON from outside with lib/getsales/http/answer/parse-json.ts.',
    except: ['lib/getsales/http/answer/parse-json.ts', 'lib/linkedin/page/embedded-json.ts', ...E2E, ...TESTS],
  },
  'clock-is-given': {
    selector:
      'CallExpression[callee.object.name="Date"][callee.property.name="now"], CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Take time and randomness as arguments.',
    only: ['lib/{getsales,services,outbox,vault,linkedin,domain,settings}/**'],
    except: TESTS,
  },
  'no-fixed-waits': {
    selector: 'CallExpression[callee.property.name="waitForTimeout"]',
    message: 'Wait for a condition, not for a time.',
  },
  'no-inline-style': {
    selector: 'JSXAttribute[name.name="style"]',
    message: 'Write styles in CSS modules, with sizes and colours from tokens.',
  },
  'no-literal-text': {
    selector: [
      'JSXText[value=/\\p{L}{2}/u]',
      `JSXAttribute[name.name=${SPOKEN}] > Literal[value=/\\p{L}{2}/u]`,
      `JSXAttribute[name.name=${SPOKEN}] > JSXExpressionContainer > :matches(Literal[value=/\\p{L}{2}/u], TemplateLiteral)`,
      ':matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(Literal[value=/\\p{L}{2}/u], TemplateLiteral:has(TemplateElement[value.raw=/\\p{L}{2}/u]))',
      ':matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(LogicalExpression, ConditionalExpression) > Literal[value=/\\p{L}{2}/u]',
      'AssignmentExpression[left.object.name="document"][left.property.name="title"] > :matches(Literal, TemplateLiteral)',
    ].join(', '),
    message: 'Text for people stands in lib/i18n/locales.',
    only: ['components/**', 'entrypoints/**', 'lib/ui/**'],
    except: ['**/*.test.tsx'],
  },
  'no-enum': { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  'no-barrel': { selector: 'ExportAllDeclaration', message: 'Import each file by its own path.' },
};

/** The bans as an ESLint plugin. */
export const shortlistPlugin = {
  rules: Object.fromEntries(
    Object.entries(bans).map(([name, { selector, message }]) => [
      name,
      {
        meta: { type: 'problem', schema: [], messages: { banned: message } },
        create: (context) => ({
          [selector]: (node) => {
            context.report({ node, messageId: 'banned' });
          },
        }),
      },
    ]),
  ),
};

/** One configuration per ban, with its files. */
export const banConfigs = Object.entries(bans).map(([name, { only = ['**/*.{ts,tsx}'], except = [] }]) => ({
  files: only.map((glob) => (/\.\w|\}$/u.test(glob) ? glob : `${glob}/*.{ts,tsx}`)),
  ignores: except,
  plugins: { shortlist: shortlistPlugin },
  rules: { [`shortlist/${name}`]: 'error' },
}));

import { describe, expect, test } from "vitest";
import { compile } from "../compile.ts";
import { createEnvironment } from "../environment.ts";
import { fromCelValue } from "../values/from-cel-value.ts";

const environment = createEnvironment({ variables: ["text"] });

function evaluate(expression: string): unknown {
  const program = compile(expression, environment);
  if (!program.ok) return `${program.error.kind}: ${program.error.message}`;
  const result = program.value.evaluate({ text: "abc" });
  return result.ok ? fromCelValue(result.value) : `${result.error.kind}: ${result.error.message}`;
}

function check(cases: readonly (readonly [string, unknown])[]): void {
  test.each(cases)("%s → %j", (expression, value) => {
    expect(evaluate(expression)).toEqual(value);
  });
}

// The expected values are those of the functions' Go documentation.
describe("regex", () => {
  check([
    ["'abc 123'.find('[0-9]+')", "123"],
    ["'abc'.find('[0-9]+')", ""],
    ["'123 abc 456'.findAll('[0-9]+')", ["123", "456"]],
    ["'123 abc 456'.findAll('[0-9]+', 1)", ["123"]],
    ["'123 abc 456'.findAll('[0-9]+', 0)", []],
    ["text.matches('^a.c$')", true],
    ["'x\\ny'.matches('x.y')", false],
  ]);
});

describe("strings", () => {
  check([
    ["'hello'.charAt(4)", "o"],
    ["'hello'.charAt(5)", ""],
    ["'hello hello'.replace('he', 'we')", "wello wello"],
    ["'hello hello'.replace('he', 'we', 1)", "wello hello"],
    ["'hello hello'.replace('he', 'we', 0)", "hello hello"],
    ["'ab'.replace('', '_')", "_a_b_"],
    ["strings.quote('a\"b\\n')", '"a\\"b\\n"'],
    [
      "'%s has %d of %.2f, %x, %X, %b, %e, 100%%'.format(['a', 3, 1.5, 255, 'ab', 5, 1234.5])",
      "a has 3 of 1.50, ff, 6162, 101, 1.234500e+03, 100%",
    ],
    ["'%s'.format([['x', 'y']])", "[x, y]"],
    ["'%s'.format([])", "evaluation: index 0 out of range"],
    ["['a', 'b'].join(',')", "a,b"],
    ["'a,b,c'.split(',', 2)", ["a", "b,c"]],
  ]);
});

describe("lists", () => {
  check([
    ["[1, 2, 2].isSorted()", true],
    ["['b', 'a'].isSorted()", false],
    ["[1, 3].sum()", 4],
    ["[1.5, 2.5].sum()", 4],
    ["[3, 1, 2].min()", 1],
    ["['b', 'c'].max()", "c"],
    ["[].min() == 1", "evaluation: min() was called on an empty list."],
    ["[1, 2, 2, 3].indexOf(2)", 1],
    ["[1, 2, 2, 3].lastIndexOf(2)", 2],
    ["[[1], [2]].indexOf([2])", 1],
    ["[1].indexOf(5)", -1],
  ]);
});

describe("quantity", () => {
  check([
    ["quantity('1.5Gi').compareTo(quantity('1536Mi'))", 0],
    ["quantity('1Gi') == quantity('1024Mi')", true],
    ["quantity('500m').isLessThan(quantity('1'))", true],
    ["quantity('1k').isGreaterThan(quantity('999'))", true],
    ["quantity('1e3').asInteger()", 1000],
    ["quantity('1.5').isInteger()", false],
    ["quantity('1.5').asInteger()", "evaluation: cannot convert value to integer"],
    ["quantity('250m').asApproximateFloat()", 0.25],
    ["quantity('-1').sign()", -1],
    ["quantity('1').add(quantity('500m')).sub(1) == quantity('0.5')", true],
    ["quantity('1.3333333333n').compareTo(quantity('2n'))", 0],
    ["quantity('1e900').compareTo(quantity('7Ei'))", 1],
    ["isQuantity('1.3Gi')", true],
    ["isQuantity('200K')", false],
    ["isQuantity('')", false],
    ["isQuantity('1e99999999999')", false],
    ["quantity(text).sign()", expect.stringContaining("quantities must match")],
  ]);
});

describe("sets", () => {
  check([
    ["sets.contains([1, 2, 3], [3, 1, 1])", true],
    ["sets.contains([1], [2])", false],
    ["sets.equivalent([1, 1], [1])", true],
    ["sets.intersects([1, 2], [2, 5])", true],
    ["sets.intersects([1], [])", false],
  ]);
});

describe("urls", () => {
  check([
    ["url('https://example.com:80/path%20a?k=1&k=2&q=a%20b').getQuery()", { k: ["1", "2"], q: ["a b"] }],
    ["url('https://example.com:80/').getHost()", "example.com:80"],
    ["url('https://[::1]:80/').getHostname()", "::1"],
    ["url('https://example.com/').getPort()", ""],
    ["url('https://example.com/a b').getEscapedPath()", "/a%20b"],
    ["url('HTTP://example.com').getScheme()", "http"],
    ["isURL('https://user:pass@example.com:80/x')", true],
    ["isURL('/absolute-path')", true],
    ["isURL('../relative-path')", false],
    ["isURL('https://a:b:80/')", false],
    ["isURL('https://a/%zz')", false],
    ["url('nothing').getHost()", expect.stringContaining("URL parse error")],
  ]);
});

describe("ip and cidr", () => {
  check([
    ["ip('::1').isLoopback() && ip('127.0.0.1').isLoopback()", true],
    ["ip('2001:db8::1').family()", 6],
    ["string(ip('2001:DB8:0:0:1:0:0:1'))", "2001:db8::1:0:0:1"],
    ["string(ip('::'))", "::"],
    ["string(ip('1:0:0:0:0:0:0:0'))", "1::"],
    ["ip.isCanonical('2001:db8::abcd') && !ip.isCanonical('2001:DB8::ABCD')", true],
    ["['0.0.0.0', '10.0.0.1', 'fe80::1'].all(x, isIP(x))", true],
    ["['010.0.0.1', '::ffff:1.2.3.4', 'fe80::1%eth0', '1.2.3', '1::2::3', '256.1.1.1'].exists(x, isIP(x))", false],
    ["ip('0.0.0.0').isUnspecified()", true],
    ["ip('224.0.0.1').isLinkLocalMulticast() && ip('ff02::1').isLinkLocalMulticast()", true],
    ["ip('169.254.1.1').isLinkLocalUnicast() && ip('fe80::1').isLinkLocalUnicast()", true],
    ["ip('192.168.0.1').isGlobalUnicast() && !ip('255.255.255.255').isGlobalUnicast()", true],
    ["ip('10.0.0.1') == ip('10.0.0.1')", true],
    ["cidr('192.168.0.0/24').containsIP('192.168.0.7') && !cidr('192.168.0.0/24').containsIP(ip('192.168.1.7'))", true],
    ["cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16') && !cidr('10.1.0.0/16').containsCIDR(cidr('10.0.0.0/8'))", true],
    ["string(cidr('10.1.2.3/8').masked())", "10.0.0.0/8"],
    ["cidr('::1/128').prefixLength()", 128],
    ["isCIDR('10.0.0.0/33') || isCIDR('10.0.0.0') || isCIDR('10.0.0.0/8/1')", false],
    ["ip('nope')", expect.stringContaining("parse error")],
  ]);
});

describe("format", () => {
  check([
    ["format.dns1123Label().validate('a-b1').hasValue()", false],
    ["format.dns1123Label().validate('A_b')", ["is not a valid dns1123Label"]],
    ["format.dns1123Subdomain().validate('a.b-c.d').hasValue()", false],
    ["format.dns1035Label().validate('1a').hasValue()", true],
    ["format.qualifiedName().validate('example.com/a_B').hasValue()", false],
    ["format.qualifiedName().validate('a/b/c').hasValue()", true],
    ["format.labelValue().validate('').hasValue()", false],
    ["format.uuid().validate('123e4567-e89b-12d3-a456-426614174000').hasValue()", false],
    ["format.byte().validate('aGk=').hasValue()", false],
    ["format.date().validate('2026-02-31').hasValue()", true],
    ["format.datetime().validate('2026-02-28T10:00:00Z').hasValue()", false],
    ["format.named('uri').value().validate('/x').hasValue()", false],
    ["format.named('none').hasValue()", false],
  ]);
});

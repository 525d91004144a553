import type { Tree } from '../pages/tree';
import type { Certainty, CurrentRole, Evidence, FieldName, Generation, PageKind } from '@/lib/domain/reading';

/** The expected value of one field of a sample page; absent when none may be read. */
export interface ExpectedField {
  readonly value: string;
  readonly evidence: Evidence;
  readonly certainty: Certainty;
  readonly otherRoles?: readonly CurrentRole[];
}

export interface ExpectedPerson {
  readonly identity: ExpectedIdentity;
  readonly fields: Readonly<Partial<Record<FieldName, ExpectedField>>>;
}

export interface ExpectedIdentity {
  readonly slug: string | null;
  readonly memberId: string | null;
  readonly salesId: string | null;
  readonly recruiterId?: string;
}

/** The exact reading of a sample page. */
export interface ExpectedReading {
  readonly kind: PageKind;
  readonly generation: Generation;
  readonly identity: ExpectedIdentity | null;
  readonly fields: Readonly<Partial<Record<FieldName, ExpectedField>>>;
  readonly missing: readonly FieldName[];
  readonly unexpectedLayout: readonly FieldName[];
  readonly people: readonly ExpectedPerson[];
}

/**
 * A page of invented people as LinkedIn would serve it, and the expected reading. Every `*.sample.ts` below this
 * folder exports `samples`; `discover.ts` finds them all.
 */
export interface Sample {
  /** Describes what is special about this page; unique among all samples. */
  readonly name: string;
  readonly url: string;
  readonly html: () => string;
  /** The same page as LinkedIn's own script builds it, where HTML text cannot say that exactly. */
  readonly tree?: () => Tree;
  readonly expected: ExpectedReading;
  /** Words of other people and decoys on the page that no part of the reading may contain. */
  readonly never: readonly string[];
}

/** A table of a report. The first column is text, all others are figures. */
export interface ReportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One part of a report: sentences, then a table; either may be missing. */
export interface ReportSection {
  readonly title: string;
  readonly words?: readonly string[];
  readonly table?: ReportTable;
}

/** A report for people, before it is put into a format. */
export interface Report {
  readonly title: string;
  readonly sections: readonly ReportSection[];
}

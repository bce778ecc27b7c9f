"use client";

import { autocompletion, type CompletionContext, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Text } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useEffectEvent, useRef } from "react";
import { editorHighlight, editorTheme } from "./editor-theme.ts";
import { type JsonSchema, schemaCompletions } from "./schema-completions.ts";

/** Something to mark in the text. */
export interface CodeMark {
  /** From 1, as is the column. */
  line: number;
  column: number;
  message: string;
  severity: "error" | "warning" | "note";
}

export interface CodeEditorProps {
  value: string;
  onChange: (value: string) => void;
  /** What is edited, such as “Template web-service as YAML”. */
  label: string;
  marks: readonly CodeMark[];
  /** The JSON Schema of what is written: it completes fields and values. */
  schema?: JsonSchema;
  readOnly?: boolean;
  /** A place to go to; a new object goes there again. */
  goTo?: { line: number; column: number } | undefined;
}

/**
 * An editor for YAML. It is 120 KB of script: load it where somebody writes, not with a page. Tab leaves it, as it
 * leaves every field; Ctrl-Space offers what may stand there, Ctrl-Shift-M lists the marks, F8 goes to the next.
 */
export function CodeEditor({ value, onChange, label, marks, schema, readOnly = false, goTo }: CodeEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const changed = useEffectEvent(onChange);
  const start = useEffectEvent(() => value);

  useEffect(() => {
    if (box.current === null) return;
    const editor = new EditorView({
      state: stateFor(start(), { label, readOnly, schema }, changed),
      parent: box.current,
    });
    view.current = editor;
    return () => editor.destroy();
  }, [label, readOnly, schema]);

  // What comes from outside (a discarded draft, a version that was raised) replaces the text; what was typed is it.
  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const { doc } = editor.state;
    editor.dispatch(
      setDiagnostics(
        editor.state,
        marks.map((mark) => diagnosticAt(doc, mark)),
      ),
    );
  }, [marks]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || goTo === undefined) return;
    const at = offsetOf(editor.state.doc, goTo);
    editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    editor.focus();
  }, [goTo]);

  return <div ref={box} className="h-full min-h-0 overflow-hidden bg-sunken font-mono text-code" />;
}

interface EditorShape {
  label: string;
  readOnly: boolean;
  schema: JsonSchema | undefined;
}

function stateFor(
  text: string,
  { label, readOnly, schema }: EditorShape,
  onChange: (text: string) => void,
): EditorState {
  const nonce = nonceOfPage();
  return EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      foldGutter(),
      lintGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      highlightActiveLine(),
      yaml(),
      ...(schema === undefined
        ? []
        : [autocompletion({ icons: false, override: [(context) => complete(schema, context)] })]),
      syntaxHighlighting(editorHighlight),
      editorTheme,
      keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap, ...lintKeymap]),
      EditorState.readOnly.of(readOnly),
      EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString());
      }),
      ...(nonce === undefined ? [] : [EditorView.cspNonce.of(nonce)]),
    ],
  });
}

function complete(schema: JsonSchema, { state, pos }: CompletionContext) {
  const found = schemaCompletions(schema, state.doc.toString(), pos);
  if (found === undefined) return null;
  const { from, kind, options } = found;
  const type = kind === "key" ? "property" : "enum";
  return {
    from,
    options: options.map((option) => ({ ...option, type, ...(kind === "key" ? { apply: `${option.label}: ` } : {}) })),
  };
}

/** The nonce that the content policy of this page allows: a later page's would not count. */
function nonceOfPage(): string | undefined {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce || undefined;
}

function diagnosticAt(doc: Text, { line, column, message, severity }: CodeMark): Diagnostic {
  const from = offsetOf(doc, { line, column });
  const end = doc.lineAt(from).to;
  // To the end of what stands there: a key, or a whole short line.
  const rest = doc.sliceString(from, end);
  const word = /^\S+/.exec(rest)?.[0].length ?? 0;
  return {
    from,
    to: Math.min(end, from + Math.max(word, 1)),
    severity: severity === "note" ? "info" : severity,
    message,
  };
}

function offsetOf(doc: Text, { line, column }: { line: number; column: number }): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + column - 1, to);
}

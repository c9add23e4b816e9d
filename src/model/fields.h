// The fields of every type that a Document is made of, in the order in which they are stored: one
// list for both directions. An archive is called with the fields of one object; it is a writer
// (const objects) or a reader.
//
// Whoever changes a list, or an enum, raises kFormat.
#pragma once

#include <concepts>
#include <type_traits>

#include "model/document.h"

namespace runbookc::fields {

inline constexpr int kFormat = 10;

// T is U or const U.
template <typename T, typename U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

// The last enumerator: readers refuse what is past it.
template <typename E>
inline constexpr E kLast = E{};
template <>
inline constexpr Value::Kind kLast<Value::Kind> = Value::Kind::object;
template <>
inline constexpr BlockKind kLast<BlockKind> = BlockKind::footnote;
template <>
inline constexpr CodeRole kLast<CodeRole> = CodeRole::message;
template <>
inline constexpr LinkKind kLast<LinkKind> = LinkKind::opaque;
template <>
inline constexpr DirectiveKind kLast<DirectiveKind> = DirectiveKind::disable_file;
template <>
inline constexpr Risk kLast<Risk> = Risk::unknown;
template <>
inline constexpr SyntaxVerdict kLast<SyntaxVerdict> = SyntaxVerdict::skipped;
template <>
inline constexpr ProblemKind kLast<ProblemKind> = ProblemKind::pipe_to_shell;
template <>
inline constexpr RelocationKind kLast<RelocationKind> = RelocationKind::step_link;

template <typename Archive, Is<Position> T>
void visit(Archive& archive, T& x) {
  archive(x.line, x.column);
}

template <typename Archive, Is<Span> T>
void visit(Archive& archive, T& x) {
  archive(x.start, x.end);
}

template <typename Archive, Is<Value> T>
void visit(Archive& archive, T& x) {
  archive(x.kind, x.boolean, x.number, x.text, x.items, x.members, x.span);
}

template <typename Archive, Is<Member> T>
void visit(Archive& archive, T& x) {
  archive(x.key, x.key_span, x.value);
}

template <typename Archive, Is<FrontMatter> T>
void visit(Archive& archive, T& x) {
  archive(x.present, x.valid, x.span, x.root);
}

template <typename Archive, Is<Block> T>
void visit(Archive& archive, T& x) {
  archive(x.kind, x.span, x.parent, x.end, x.section, x.payload, x.text, x.number, x.ordered,
          x.task, x.checked, x.header);
}

template <typename Archive, Is<Section> T>
void visit(Archive& archive, T& x) {
  archive(x.title, x.anchor, x.level, x.nested, x.span, x.parent, x.end, x.first_block,
          x.end_block);
}

template <typename Archive, Is<Step> T>
void visit(Archive& archive, T& x) {
  archive(x.label, x.title, x.section, x.block, x.span);
}

template <typename Archive, Is<CodeBlock> T>
void visit(Archive& archive, T& x) {
  archive(x.span, x.content, x.info, x.language, x.text, x.line_starts, x.role, x.role_reason,
          x.fenced, x.closed, x.prompted, x.mixed, x.section, x.step, x.block);
}

template <typename Archive, Is<Link> T>
void visit(Archive& archive, T& x) {
  archive(x.kind, x.image, x.target, x.text, x.span, x.target_span, x.section, x.block);
}

template <typename Archive, Is<UndefinedReference> T>
void visit(Archive& archive, T& x) {
  archive(x.label, x.span);
}

template <typename Archive, Is<NamedAnchor> T>
void visit(Archive& archive, T& x) {
  archive(x.name, x.span);
}

template <typename Archive, Is<Placeholder> T>
void visit(Archive& archive, T& x) {
  archive(x.name, x.text, x.offsets);
}

template <typename Archive, Is<Command> T>
void visit(Archive& archive, T& x) {
  archive(x.text, x.description, x.language, x.span, x.section, x.step, x.code_block, x.programs,
          x.tools, x.placeholders, x.environment, x.expected_output, x.risk, x.risk_reason,
          x.interactive, x.blocking, x.unseen, x.standalone, x.syntax, x.syntax_message,
          x.syntax_span);
}

template <typename Archive, Is<MessageTemplate> T>
void visit(Archive& archive, T& x) {
  archive(x.text, x.span, x.code_block, x.placeholders);
}

template <typename Archive, Is<Problem> T>
void visit(Archive& archive, T& x) {
  archive(x.kind, x.span, x.message, x.help, x.subject, x.replacement, x.has_replacement);
}

template <typename Archive, Is<Relocation> T>
void visit(Archive& archive, T& x) {
  archive(x.offset, x.kind, x.index);
}

template <typename Archive, Is<DirectiveRule> T>
void visit(Archive& archive, T& x) {
  archive(x.name, x.span);
}

template <typename Archive, Is<Directive> T>
void visit(Archive& archive, T& x) {
  archive(x.kind, x.span, x.word, x.word_span, x.rules, x.reason, x.until, x.until_span);
}

template <typename Archive, Is<Document> T>
void visit(Archive& archive, T& x) {
  archive(x.path, x.content_path, x.source_hash, x.hides_secrets, x.line_count, x.front_matter,
          x.blocks, x.alert_titles, x.sections, x.steps, x.code_blocks, x.links,
          x.undefined_references, x.anchors, x.directives, x.commands, x.templates, x.problems,
          x.html, x.relocations, x.words);
}

}  // namespace runbookc::fields

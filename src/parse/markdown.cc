#include "parse/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/stage_clock.h"
#include "base/text.h"
#include "parse/cmark_blocks.h"
#include "parse/cmark_feed.h"
#include "parse/cmark_render.h"
#include "parse/markdown_build.h"
#include "parse/markdown_fences.h"
#include "parse/markdown_footnotes.h"
#include "parse/steps.h"

namespace runbookc {
namespace {

// The whole body as text, for a document whose HTML would be over the limit.
void render_plain(MarkdownBuild& build, std::string_view body) {
  const std::size_t limit = build.options->limits.output_bytes;
  build.add_problem(ProblemKind::limit_exceeded, {{1, 1}, {1, 1}},
                    fmt::format("the page is more than {} bytes of HTML", limit),
                    "it is shown as plain text; split the document", "output");
  build.document->relocations.clear();
  build.document->html = "<pre class=\"plain\">" + escape_html(body) + "</pre>\n";
}

}  // namespace

void parse_markdown(const SourceFile& file, std::uint32_t begin, const ParseOptions& options,
                    Document& document) {
  const StageScope stage(Stage::markdown);
  BodyLines lines(file, begin);
  FedBody body = feed_cmark(lines, options);
  const Definitions definitions(lines, body.definition_lines);
  MarkdownBuild build;
  build.options = &options;
  build.anchors = AnchorNames(options.dialect->slugs);
  build.document = &document;
  build.lines = &lines;
  build.definitions = &definitions;
  document.line_count = file.line_count();
  std::ranges::move(body.problems, std::back_inserter(document.problems));
  read_blocks(build, body);
  report_unclosed_fences(build, file);
  report_lost_footnotes(build, body.footnotes);
  find_steps(document);  // the HTML names them
  if (options.render && !render_html(build, body)) {
    render_plain(build, file.bytes().substr(begin));
  }
  std::ranges::stable_sort(document.problems, {}, &Problem::span);
}

}  // namespace runbookc

#include "check/listing_addition.h"

#include <algorithm>
#include <array>

#include "base/path.h"
#include "base/text.h"
#include "check/field_agreement.h"
#include "prose/table_view.h"

namespace runbookc {
namespace {

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string escaped(std::string_view text) {
  const std::string line = collapse_space(text);
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool within_word = line[i] == '_' && i > 0 && i + 1 < line.size() &&
                             is_plain(line[i - 1]) && is_plain(line[i + 1]);
    if (!within_word && std::string_view("\\[]|`*_<").find(line[i]) != std::string_view::npos) {
      out += '\\';
    }
    out += line[i];
  }
  return out;
}

// Behind the last character of a line, as a new line with the ending of that one.
Edit new_line(const SourceFile& source, std::uint32_t line, std::string_view text) {
  const auto end = source.line_start(line) + static_cast<std::uint32_t>(source.line(line).size());
  const bool carriage = source.bytes().substr(end, 2) == "\r\n";
  const Position place = source.position(end);
  return {.range = {.start = place, .end = place},
          .text = (carriage ? "\r\n" : "\n") + std::string(text)};
}

// The comments of a page, which tools mark their part of it with.
class Comments {
 public:
  explicit Comments(const Document& document) : document_(document) {
    for (Index index = 0; index < document.blocks.size(); ++index) {
      const Block& block = document.blocks[index];
      if (block.kind == BlockKind::html && trim(block.text).starts_with("<!--")) {
        comments_.push_back(index);
      }
    }
  }

  // Whether the first comment from block `from` on ends a part: "END", "toc end", "endtoc",
  // "/list".
  bool next_ends(Index from) const {
    const auto next = std::ranges::lower_bound(comments_, from);
    if (next == comments_.end()) {
      return false;
    }
    const std::string text = lower_ascii(document_.blocks[*next].text);
    const std::string_view said = trim(std::string_view(trim(text)).substr(4));
    const bool stands_alone = text.find(" end") != std::string::npos ||
                              text.find("_end") != std::string::npos ||
                              text.find("-end") != std::string::npos;
    return said.starts_with("end") || said.starts_with('/') || said.starts_with("stop") ||
           stands_alone;
  }

 private:
  const Document& document_;
  std::vector<Index> comments_;  // blocks, ascending
};

constexpr std::array<std::string_view, 3> kSummaryColumns = {"description", "summary", "purpose"};

// The most entries, the later one of two with as many.
Index largest(const std::map<Index, std::size_t>& counts) {
  const auto best = std::ranges::max_element(
      counts, [](const auto& a, const auto& b) { return a.second <= b.second && a != b; });
  return best == counts.end() ? kNone : best->first;
}

}  // namespace

std::string markdown_link(const PageContext& context, const Page& target) {
  const std::string& path = context.corpus.path_of(target);
  return "[" + escaped(target.title) + "](" +
         percent_encode_path(relative_path(parent_path(context.document.path), path)) + ")";
}

ListingAddition::ListingAddition(const PageContext& context, const FolderListing& listing)
    : context_(context) {
  const Document& document = context.document;
  const Comments comments(document);
  for (const ListingEntry& entry : listing.entries) {
    if (entry.container == kNone) {
      continue;
    }
    const Page& page = context.corpus.pages[entry.page];
    const std::string folder(parent_path(context.corpus.path_of(page)));
    by_folder_[folder][entry.container] += 1;
    all_[entry.container] += 1;
    const auto [end, is_new] = ends_.try_emplace(entry.container);
    const bool is_table = document.blocks[entry.container].kind == BlockKind::table;
    if (is_new) {
      end->second = is_table ? end_of_table(entry.container) : end_of_list(entry.container);
      end->second.generated = comments.next_ends(document.blocks[entry.container].end);
    }
    if (is_table) {
      end->second.link_column = document.blocks[document.links[entry.link].block].number;
    }
  }
}

Index ListingAddition::container_for(const Page& target) const {
  const auto siblings = by_folder_.find(parent_path(context_.corpus.path_of(target)));
  return largest(siblings == by_folder_.end() ? all_ : siblings->second);
}

bool ListingAddition::is_generated_for(const Page& target) const {
  const Index container = container_for(target);
  return container != kNone && ends_.at(container).generated;
}

std::optional<Edit> ListingAddition::add(const Page& target) const {
  const Index container = container_for(target);
  if (container == kNone || is_generated_for(target)) {
    return std::nullopt;
  }
  const End& end = ends_.at(container);
  return new_line(
      context_.source, end.line,
      end.prefix + (end.names.empty() ? markdown_link(context_, target) : row_of(end, target)));
}

ListingAddition::End ListingAddition::end_of_table(Index table) const {
  const TableView view = read_table(context_.document, table);
  const Index last = view.rows.empty() ? view.header.block : view.rows.back().block;
  const Position start = context_.document.blocks[last].span.start;
  return {.line = start.line,
          .prefix = std::string(context_.source.line(start.line).substr(0, start.column - 1)),
          .names = view.names};
}

ListingAddition::End ListingAddition::end_of_list(Index list) const {
  const std::vector<Block>& blocks = context_.document.blocks;
  Index last = list + 1;
  for (Index item = last; item < blocks[list].end; item = blocks[item].end) {
    last = item;
  }
  const Block& item = blocks[last];
  const std::string_view line = context_.source.line(item.span.start.line);
  const std::size_t marker = item.span.start.column - 1;
  End end{.line = item.span.start.line, .prefix = std::string(line.substr(0, marker))};
  end.prefix += item.ordered ? std::to_string(item.number + 1) + "."
                             : std::string(line.substr(std::min(marker, line.size()), 1));
  end.prefix += ' ';
  for (Index inside = last + 1; inside < item.end; ++inside) {
    end.line = std::max(end.line, blocks[inside].span.end.line);
  }
  return end;
}

// A cell for each column: the link, what the front matter says, or nothing.
std::string ListingAddition::row_of(const End& end, const Page& target) const {
  std::string row = "|";
  for (std::size_t column = 0; column < end.names.size(); ++column) {
    const auto field = field_of_column(end.names[column]);
    std::string cell;
    if (column == end.link_column) {
      cell = markdown_link(context_, target);
    } else if (field) {
      cell = escaped(field_text(context_.corpus, target, *field).value_or(""));
    } else if (std::ranges::find(kSummaryColumns, end.names[column]) != kSummaryColumns.end()) {
      cell = escaped(target.metadata.summary.value);
    }
    row += cell.empty() ? " |" : " " + cell + " |";
  }
  return row;
}

}  // namespace runbookc

#include "check/contents_list.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/unicode.h"
#include "check/block_links.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

class Reader {
 public:
  explicit Reader(const PageContext& context)
      : context_(context), document_(context.document), links_(document_) {
    for (Index index = 0; index < document_.sections.size(); ++index) {
      by_anchor_.try_emplace(document_.sections[index].anchor, index);
    }
    add_named_anchors();
  }

  // The lists that stand on their own in blocks `begin` up to `end`.
  ContentsList read(Index begin, Index end, std::size_t most) const {
    ContentsList contents;
    for (Index block = begin; block < end;
         block = std::max(block + 1, document_.blocks[block].end)) {
      const Block& list = document_.blocks[block];
      if (list.kind == BlockKind::list && contents.lists.size() < most) {
        contents.lists.push_back(block);
        read_list(block, contents.entries);
      } else if (list.kind == BlockKind::html && contents.lists.empty()) {
        contents.generated = contents.generated || names_tool(list.text);
      }
    }
    return contents;
  }

 private:
  // `<!-- START doctoc … -->`, `<!-- toc -->`, `<!-- BEGIN TOC -->`
  static bool names_tool(std::string_view html) {
    const std::string lower = to_lower(html);
    return lower.find("toc") != std::string::npos && lower.find("<!--") != std::string::npos;
  }

  // `<a name="x"></a>` within a heading, or on one of the two lines before it.
  void add_named_anchors() {
    Index next = 0;
    for (const NamedAnchor& anchor : document_.anchors) {
      const std::uint32_t line = anchor.span.start.line;
      while (next < document_.sections.size() && document_.sections[next].span.end.line < line) {
        ++next;
      }
      if (next < document_.sections.size() &&
          document_.sections[next].span.start.line <= line + 2) {
        by_anchor_.try_emplace(anchor.name, next);
      }
    }
  }

  void read_list(Index list, std::vector<ContentsEntry>& entries) const {
    for (Index index = list + 1; index < document_.blocks[list].end; ++index) {
      if (document_.blocks[index].kind == BlockKind::item) {
        entries.push_back(read_item(index));
      }
    }
  }

  ContentsEntry read_item(Index item) const {
    ContentsEntry entry{.item = item};
    for (Index up = document_.blocks[item].parent; up != kNone; up = document_.blocks[up].parent) {
      entry.depth += document_.blocks[up].kind == BlockKind::item ? 1 : 0;
    }
    const Index text = item + 1;
    if (text >= document_.blocks[item].end || document_.blocks[text].kind != BlockKind::paragraph) {
      return entry;
    }
    const std::span<const Index> links = links_.in(text, text + 1);
    if (!links.empty()) {
      entry.link = links.front();
      follow(context_.page.links[entry.link], entry);
    }
    return entry;
  }

  void follow(const ResolvedLink& resolved, ContentsEntry& entry) const {
    if (resolved.page == kNone ||
        context_.corpus.pages[resolved.page].document != context_.page.document) {
      return;
    }
    entry.broken = resolved.outcome == LinkOutcome::anchor_missing;
    const auto found = by_anchor_.find(resolved.anchor);
    if (resolved.outcome == LinkOutcome::page && found != by_anchor_.end()) {
      entry.section = found->second;
    }
  }

  const PageContext& context_;
  const Document& document_;
  BlockLinks links_;
  std::unordered_map<std::string_view, Index> by_anchor_;
};

// Letters and digits only, words apart, a space at both ends.
std::string words_of(std::string_view title) {
  const std::string comparable = comparable_title(title);
  std::string words = " ";
  for (std::string_view rest = comparable; !rest.empty();) {
    const CodePoint c = decode_utf8(rest);
    rest.remove_prefix(c.size);
    if (is_word_character(c.value)) {
      append_utf8(words, c.value);
    } else if (!words.ends_with(' ')) {
      words += ' ';
    }
  }
  return words.ends_with(' ') ? words : words + ' ';
}

bool is_contents(const ContentsList& contents) {
  const auto inside = std::ranges::count_if(contents.entries, [](const ContentsEntry& entry) {
    return entry.section != kNone || entry.broken;
  });
  return inside >= 2 && static_cast<std::size_t>(inside) * 2 > contents.entries.size();
}

// Where the sections begin, after the title.
Index intro_end(const Document& document) {
  const Index title = title_section(document);
  for (Index index = 0; index < document.sections.size(); ++index) {
    if (index != title && !document.sections[index].nested) {
      return document.sections[index].first_block;
    }
  }
  return static_cast<Index>(document.blocks.size());
}

}  // namespace

bool says_the_same(std::string_view entry, std::string_view heading) {
  const std::string a = words_of(entry);
  const std::string b = words_of(heading);
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

std::optional<ContentsList> find_contents_list(const PageContext& context,
                                               std::span<const std::string> titles) {
  const Document& document = context.document;
  const Reader reader(context);
  for (Index index = 0; index < document.sections.size(); ++index) {
    const Section& section = document.sections[index];
    if (section.nested ||
        std::ranges::find(titles, comparable_title(section.title)) == titles.end()) {
      continue;
    }
    ContentsList contents = reader.read(section.first_block + 1, section.end_block, kNone);
    contents.section = index;
    if (is_contents(contents)) {
      return contents;
    }
  }
  ContentsList contents = reader.read(0, intro_end(document), 1);
  return is_contents(contents) ? std::optional(std::move(contents)) : std::nullopt;
}

}  // namespace runbookc

// Text is repaired exactly if it was damaged, and never otherwise: over texts made of words and
// typography of many languages.
#include "parse/mojibake.h"

#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/unicode.h"

namespace runbookc {
namespace {

struct Language {
  std::string_view name;
  std::vector<std::string_view> words;
  std::string_view open;
  std::string_view close;
};

const std::vector<Language>& languages() {
  static const std::vector<Language> all = {
      {"English", {"the", "café", "naïve", "façade", "résumé", "on‑call", "it’s"}, "“", "”"},
      {"German", {"Größe", "Äpfel", "über", "Straße", "Öl", "ÜBERGRÖSSE", "läuft"}, "„", "“"},
      {"French", {"été", "où", "l’élève", "œuvre", "À", "ÇA", "Étant", "reçu"}, "« ", " »"},
      {"Spanish", {"Él", "¿Qué?", "¡Sí!", "Ñandú", "n.º", "más", "AÑO", "día"}, "«", "»"},
      {"Portuguese", {"NÃO", "IRMÃ", "MANHÃ", "coração", "À", "órgão", "três", "É"}, "“", "”"},
      {"Italian", {"è", "perché", "città", "più", "È", "l’università", "giù"}, "«", "»"},
      {"Swedish", {"Ångström", "Å", "får", "smörgås", "ÄR", "över", "på"}, "”", "”"},
      {"Danish", {"smørrebrød", "Æ", "på", "Århus", "øl", "BÅD", "nød"}, "»", "«"},
      {"Icelandic", {"það", "Þór", "ævi", "Íslendingur", "ÞÚ", "hér", "ÉG"}, "„", "“"},
      {"Polish", {"żółć", "Łódź", "ŚWIĘTO", "gęś", "źródło", "być", "Ó"}, "„", "”"},
      {"Czech", {"příliš", "žluťoučký", "KŮŇ", "úpěl", "ďábelské", "Č", "ódy"}, "„", "“"},
      {"Hungarian", {"árvíztűrő", "TÜKÖRFÚRÓGÉP", "Őr", "ügy", "szűk", "És"}, "„", "”"},
      {"Turkish", {"İstanbul", "ışık", "ŞİŞLİ", "çağ", "güneş", "Ö", "ağaç"}, "“", "”"},
      {"Vietnamese", {"Cơ", "sở", "dữ", "liệu", "bị", "lỗi", "ĐỒNG", "Ý", "Ấn", "Độ"}, "“", "”"},
      {"Russian", {"Привет", "мир", "Ещё", "раз", "сбой", "ОТКАЗ", "ночью"}, "«", "»"},
      {"Greek", {"Γειά", "σου", "Κόσμε", "βλάβη", "ΒΑΣΗ", "ώρα", "ναι"}, "«", "»"},
      {"Hebrew", {"שלום", "עולם", "תקלה", "לילה", "מסד"}, "”", "”"},
      {"Arabic", {"مرحبا", "عطل", "قاعدة", "ليل", "خادم"}, "«", "»"},
      {"Hindi", {"नमस्ते", "डेटाबेस", "रात", "सेवा", "बंद"}, "“", "”"},
      {"Thai", {"สวัสดี", "ฐานข้อมูล", "ล่ม", "กลางคืน"}, "“", "”"},
      {"Chinese", {"你好", "数据库", "故障转移", "值班", "夜间"}, "“", "”"},
      {"Japanese", {"データベース", "障害", "を", "確認", "ください"}, "「", "」"},
      {"Korean", {"데이터베이스", "장애", "조치", "야간", "확인"}, "‘", "’"}};
  return all;
}

constexpr std::array<std::string_view, 16> kSigns = {"…",    " – ", "—", " → ", " ✅ ", " ⚠️ ",
                                                     " 🚨 ", "°",   "™", " €",  "©",    " • ",
                                                     "½",    " ≤ ", "×", " ±"};

class TextMaker {
 public:
  explicit TextMaker(unsigned seed) : random_(seed) {}

  std::string clean(const Language& language) {
    std::string text;
    for (std::size_t left = 1 + below(12); left > 0; --left) {
      const std::string_view word = language.words[below(language.words.size())];
      const bool quoted = below(6) == 0;
      if (quoted) text += language.open;
      text += word;
      if (quoted) text += language.close;
      if (below(5) == 0) text += kSigns[below(kSigns.size())];
      text += below(8) == 0 ? ", " : " ";
    }
    return text;
  }

  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

 private:
  std::mt19937 random_;
};

// What a program makes of UTF-8 that it takes for this code page.
class Misreading {
 public:
  explicit Misreading(CodePage page) {
    for (char32_t c = 0xFFFF; c >= 0x80; --c) {
      // Of two characters that mean a byte the typographic one is what programs show.
      if (const auto byte = code_page_byte(page, c)) {
        std::string& shown = shown_[*byte];
        if (shown.empty() || !is_control(shown)) shown = utf8_of(c);
      }
    }
  }

  std::string operator()(std::string_view text) const {
    std::string damaged;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x80) {
        damaged += c;
      } else {
        damaged += shown_.at(byte);
      }
    }
    return damaged;
  }

 private:
  static std::string utf8_of(char32_t c) {
    std::string text;
    append_utf8(text, c);
    return text;
  }
  static bool is_control(std::string_view shown) { return decode_utf8(shown).value < 0xA0; }

  std::map<unsigned char, std::string> shown_;
};

std::string repaired(std::string_view text) {
  std::string result;
  std::size_t at = 0;
  for (const Mojibake& found : find_mojibake(text)) {
    result += text.substr(at, found.range.begin - at);
    result += found.text;
    at = found.range.end;
  }
  return result + std::string(text.substr(at));
}

}  // namespace

TEST_CASE("clean text in many languages is never repaired") {
  TextMaker maker(1);
  for (const Language& language : languages()) {
    for (int i = 0; i < 500; ++i) {
      const std::string text = maker.clean(language);
      INFO(language.name << ": " << text);
      CHECK(repaired(text) == text);
    }
  }
}

TEST_CASE("signs and emoji that were read in either code page are restored") {
  const Misreading windows(CodePage::windows_1252);
  const Misreading mac(CodePage::mac_roman);
  constexpr std::array<std::string_view, 14> kDamaged = {"✅", "❌", "🚨",  "🔒", "💾", "→", "—",
                                                         "…",  "’",  "“x”", "📞", "≥",  "•", "⏱"};
  TextMaker maker(2);
  for (int i = 0; i < 4000; ++i) {
    std::string whole;
    std::string damaged;
    for (std::size_t left = 1 + maker.below(6); left > 0; --left) {
      const std::string sign(kDamaged[maker.below(kDamaged.size())]);
      // One file may have been through two programs.
      damaged += (maker.below(2) == 0 ? windows(sign) : mac(sign)) + " restart ";
      whole += sign + " restart ";
    }
    INFO(damaged);
    CHECK(repaired(damaged) == whole);
  }
}

TEST_CASE("what was read in Windows-1252 is repaired to what it was, and mostly whole") {
  const Misreading windows(CodePage::windows_1252);
  TextMaker maker(3);
  std::size_t restored = 0;
  std::size_t texts = 0;
  for (const Language& language : languages()) {
    for (int i = 0; i < 200; ++i) {
      const std::string text = maker.clean(language);
      const std::string damaged = windows(text);
      INFO(language.name << ": " << damaged);
      for (const Mojibake& found : find_mojibake(damaged)) {
        // A byte became a character.
        const std::string_view all = damaged;
        const std::size_t begin = count_code_points(all.substr(0, found.range.begin));
        const std::size_t end = count_code_points(all.substr(0, found.range.end));
        CHECK(found.text == text.substr(begin, end - begin));
      }
      ++texts;
      if (repaired(damaged) == text) ++restored;
    }
  }
  // What might be meant, as a capital word with a mark behind it, stays.
  CAPTURE(restored, texts);
  CHECK(restored * 100 >= texts * 85);
}

}  // namespace runbookc

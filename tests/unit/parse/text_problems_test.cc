#include "parse/text_problems.h"

#include "parse/mojibake.h"

namespace runbookc {
namespace {

std::vector<Problem> problems_of(std::string_view text) {
  return find_text_problems(SourceFile("x.md", std::string(text)));
}

// The text with every replacement made.
std::string repaired(std::string_view text) {
  const SourceFile file("x.md", std::string(text));
  std::string out(text);
  std::vector<Problem> problems = find_text_problems(file);
  for (auto problem = problems.rbegin(); problem != problems.rend(); ++problem) {
    const ByteRange range = file.bytes_of(problem->span);
    out.replace(range.begin, range.size(), problem->replacement);
  }
  return out;
}

}  // namespace

TEST_CASE("mojibake from Windows-1252 is found and repaired") {
  CHECK(repaired("donâ€™t") == "don’t");
  CHECK(repaired("a â€“ b") == "a – b");
  CHECK(repaired("CafÃ© Ã¼ber voilÃ\u00A0 x") == "Café über voilà x");
  CHECK(repaired("â€œquotedâ€\u009D") == "“quoted”");
  CHECK(repaired("ðŸš¨ alert") == "🚨 alert");
  CHECK(repaired("10Â°C, 5Â\u00A0kg") == "10°C, 5\u00A0kg");
  CHECK(repaired("ä½\u00A0å¥½") == "你好");
}

TEST_CASE("mojibake from ISO 8859-1 is found, too") {
  CHECK(repaired("don\u00E2\u0080\u0099t") == "don’t");
}

TEST_CASE("mojibake from Mac Roman is found and repaired") {
  CHECK(repaired("### \uF8FFüö® CRITICAL") == "### 🚨 CRITICAL");
  CHECK(repaired("‚úÖ ok, ‚ùå bad, ‚ö†Ô∏è careful") == "✅ ok, ❌ bad, ⚠️ careful");
  CHECK(repaired("caf√© ‚Äî na√Øve") == "café — naïve");
}

TEST_CASE("one run is one problem that names both readings") {
  const auto problems = problems_of("x ‚ö†Ô∏è y");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].kind == ProblemKind::mojibake);
  CHECK(problems[0].message == "'‚ö†Ô∏è' is '⚠️' read as Mac Roman");
  CHECK(problems[0].span == Span{{1, 3}, {1, 9}});
}

TEST_CASE("a misread byte-order mark is removed and a lost character is not guessed") {
  CHECK(repaired("Â© 2026, Â½ hour") == "© 2026, ½ hour");
  CHECK(repaired("ï»¿# Title") == "# Title");
  const auto problems = problems_of("a ï¿½ b");
  REQUIRE(problems.size() == 1);
  CHECK_FALSE(problems[0].has_replacement);
}

TEST_CASE("real text in many languages is no mojibake") {
  for (std::string_view text :
       {"L’été où l’élève s’ennuie : « déjà-vu » — ça va ? “Étant donné…” À bientôt, œuvre, ÇA.",
        "Größe, Äpfel, „Straße“, Übergröße… ‚Ärger‘ »Öl« groß” Maß™",
        "你好，世界。数据库故障转移“主库”——请联系值班人员。",
        "Cơ sở dữ liệu bị lỗi, hãy gọi đội trực. Ấn Độ, ĐỒNG Ý, Â…",
        "データベースのフェイルオーバー「手順」を確認してください。",
        "Привет, мир — «кавычки»… Ещё раз.", "Γειά σου Κόσμε «ναι»", "데이터베이스 장애 조치",
        "“IRMÃ” “NÃO” — MANHÃ… CORAÇÃO” “Å” PÅ“ «À» É” È…",
        "“Él” ¿Qué? ¡Sí! “Ñandú” n.º 5 — ±5 °C × 3 ÷ 2 = ½", "√2 ≈ 1.41, ∑ x ≤ ∞, ∆T, ƒ(x)",
        "naïve façade – “allé”— “é”… «à la»", "→ ✅ ⚠️ 🚨 ┌──┐ │ └──┘ ├─ ▼",
        "Göteborg Ångström ÅÄÖ “ÅÄÖ”… smørrebrød ‘Æ’", "© 2026 ACME® ™ § 5 ¶ ‰ † ‡",
        "3 Å² „Å½“ »Â« «Â»"}) {
    INFO(text);
    CHECK(find_mojibake(text).empty());
  }
}

TEST_CASE("invisible characters are found and removed") {
  CHECK(repaired("kube\u200Bctl get\u00AD pods") == "kubectl get pods");
  CHECK(repaired("\uFEFF# A") == "# A");
  CHECK(repaired("a\u202Eb\u2066c\u2069") == "abc");
  CHECK(repaired("a\u200Db \u200Cx") == "ab x");
  const auto problems = problems_of("ab\u200B\u200B\u2060c");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].kind == ProblemKind::invisible_character);
  CHECK(problems[0].message == "3 invisible characters, the first a zero-width space (U+200B)");
  CHECK(problems[0].span == Span{{1, 3}, {1, 6}});
  CHECK(problems[0].replacement.empty());
}

TEST_CASE("joiners that a script or an emoji needs stay") {
  CHECK(problems_of("👩‍💻 👨‍👩‍👧 🏳️‍🌈 ❤️‍🔥 👩🏽‍🚀")
            .empty());
  CHECK(problems_of("می‌خواهم क्‍ष").empty());
  CHECK(problems_of("שלום\u200F, עולם").empty());
  CHECK(problems_of("ภาษา\u200Bไทย").empty());
  CHECK(problems_of("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F").empty());
}

TEST_CASE("an invisible character that is part of mojibake is not reported twice") {
  CHECK(problems_of("aquÃ\u00AD esta").size() == 1);
}

TEST_CASE("problems beyond a thousand are counted in the last one") {
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "a\u200B";
  const auto problems = problems_of(text);
  REQUIRE(problems.size() == 1000);
  CHECK(problems.back().message.find("(500 more in this file)") != std::string::npos);
}

}  // namespace runbookc

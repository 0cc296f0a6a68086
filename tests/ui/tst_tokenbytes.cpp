#include "ui/common/monotextview.h"
#include "ui/common/secretclipboard.h"
#include "ui/keyboard.h"
#include "ui/tokens/tokenbytesview.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

class TestTokenBytes final : public QObject
{
    Q_OBJECT

private slots:
    void partsHaveTheirColours_data();
    void partsHaveTheirColours();
};

void TestTokenBytes::partsHaveTheirColours_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QStringList>("parts"); // header, payload, signature
    const auto add = [](const char *name, const char *token, const char *header, const char *payload,
                        const char *signature) {
        QTest::newRow(name) << QByteArray(token)
                            << QStringList{QString::fromUtf8(header), QString::fromUtf8(payload),
                                           QString::fromUtf8(signature)};
    };
    add("a token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln", "eyJhbGciOiJub25lIn0", "eyJzdWIiOiJhIn0", "c2ln");
    add("without a signature", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.", "eyJhbGciOiJub25lIn0", "eyJzdWIiOiJhIn0", "");
    add("broken, of two, three and four bytes a character", "h\xc3\xa9.\xed\x95\x9cp.\xf0\x9f\x98\x80s", "h\xc3\xa9",
        "\xed\x95\x9cp", "\xf0\x9f\x98\x80s");
    add("no token", "no.token", "", "", "");
}

void TestTokenBytes::partsHaveTheirColours()
{
    QFETCH(QByteArray, token);
    QFETCH(QStringList, parts);
    const auto parsed = tokens::parseJwt(token);
    SecretClipboard clipboard;
    TokenBytesView view(clipboard);
    view.setToken(parsed ? *parsed : parsed.error().decoded);

    const auto *bytes = find<MonoTextView>(&view, QStringLiteral("tokenBytes"));
    QCOMPARE(bytes->text(), QString::fromUtf8(token));
    QStringList found(3);
    for (const MonoTextView::Span &span : bytes->spans()) {
        const QList<ColorRole> roles{ColorRole::TokenHeader, ColorRole::TokenPayload, ColorRole::TokenSignature};
        QVERIFY(roles.contains(span.role));
        found[roles.indexOf(span.role)] += bytes->textPart(span.begin, span.end - span.begin);
    }
    QCOMPARE(found, parts);
}

QTEST_MAIN(TestTokenBytes)
#include "tst_tokenbytes.moc"

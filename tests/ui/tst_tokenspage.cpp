#include "auth/session.h"
#include "cognito/idpclient.h"
#include "model/cognitoidp.h"
#include "tokens/verifier.h"
#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/chip.h"
#include "ui/common/monotextview.h"
#include "ui/common/page.h"
#include "ui/common/readingorder.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/shell/mainwindow.h"
#include "ui/tokenspagebench.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>

using namespace poolscope;
using namespace poolscope::ui;

namespace {

QString encoded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString token(const QByteArray &header, const QByteArray &payload, const QString &signature = QStringLiteral("AAAA"))
{
    return encoded(header) + u'.' + encoded(payload) + u'.' + signature;
}

const QByteArray plainHeader = R"({"alg":"RS256","kid":"k"})";

} // namespace

class TestTokensPage final : public TokensPageBench
{
    Q_OBJECT

private slots:
    void cleanup();
    void ownTokensAreValid_data();
    void ownTokensAreValid();
    void refreshTokenIsOpaque();
    void nobodyIsSignedIn();
    void pastedTokenIsVerified_data();
    void pastedTokenIsVerified();
    void brokenTokensAreNeverValid_data();
    void brokenTokensAreNeverValid();
    void manglingTheOwnTokenIsSeen_data();
    void manglingTheOwnTokenIsSeen();
    void refreshButtonBringsNewTokens();
    void expiryPasses();
    void clockJumpsAreFollowedAtOnce();
    void destroyedWhileReading();
    void claimsAndJson();
    void jsonIsTheTokensOwn();
    void notBeforeIsListedWhereItIsSet_data();
    void notBeforeIsListedWhereItIsSet();
    void issuedInTheFutureIsSaid();
    void detailsByKeyboard();
    void timesInUtcByKeyboard();
    void pastingAfterAClickInTheNavigation();
    void noFaults_data();
    void noFaults();
    void tabOrder();

private:
    QString check(tokens::Check::Id id) const;
};

void TestTokensPage::cleanup()
{
    close();
    QGuiApplication::clipboard()->clear();
}

QString TestTokensPage::check(tokens::Check::Id id) const
{
    const auto *chip = m_page->findChild<Chip *>(QStringLiteral("check.") + tokens::toString(id));
    return chip ? chip->text() : QString();
}

void TestTokensPage::ownTokensAreValid_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("ID token") << "tokenSource.id";
    QTest::newRow("access token") << "tokenSource.access";
}

void TestTokensPage::ownTokensAreValid()
{
    QFETCH(QString, source);
    open(Service::Sandbox, true);
    click(source);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    QVERIFY(!check(tokens::Check::Id::Signature).isEmpty());
    QVERIFY2(check(tokens::Check::Id::Expiry).contains(u"expires in"), qPrintable(check(tokens::Check::Id::Expiry)));
}

void TestTokensPage::refreshTokenIsOpaque()
{
    open(Service::Sandbox, true);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    click(QStringLiteral("tokenSource.refresh"));
    QTRY_VERIFY(!find(m_page.get(), QStringLiteral("claims"))->isVisible());
    QCOMPARE(verdict(), QString());
    QVERIFY(find<MonoTextView>(m_page.get(), QStringLiteral("tokenBytes"))->isVisible());
    click(QStringLiteral("tokenSource.id"));
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
}

void TestTokensPage::nobodyIsSignedIn()
{
    open(Service::Sandbox, false);
    QCOMPARE(verdict(), QString());
    QVERIFY(!find(m_page.get(), QStringLiteral("tokens.refresh"))->isVisible());
    QVERIFY(!find(m_page.get(), QStringLiteral("claims"))->isVisible());
    QGuiApplication::clipboard()->clear();
    click(QStringLiteral("tokens.paste")); // nothing to paste: said, not a crash
    QVERIFY(shownCallout(m_page.get()));
    QCOMPARE(shownCallout(m_page.get())->content().title, QStringLiteral("The clipboard holds no text."));
    QVERIFY(m_bench->addUser(user, password));
    QVERIFY(m_bench->signIn(user, password));
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    m_bench->sessions().current()->signOutHere();
    QTRY_VERIFY(!m_bench->sessions().current());
    QTRY_COMPARE(verdict(), QString());
    QVERIFY(!find(m_page.get(), QStringLiteral("claims"))->isVisible());
}

void TestTokensPage::pastedTokenIsVerified_data()
{
    QTest::addColumn<QString>("around");
    QTest::newRow("bare") << "%1";
    QTest::newRow("Bearer") << "Bearer %1";
    QTest::newRow("header line") << "Authorization: Bearer %1\r\n";
    QTest::newRow("blanks") << "  \n %1 \n";
}

void TestTokensPage::pastedTokenIsVerified()
{
    QFETCH(QString, around);
    open(Service::Sandbox, true);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    QGuiApplication::clipboard()->setText(around.arg(m_bench->sessions().current()->tokens().accessToken));
    QVERIFY(!find(m_page.get(), QStringLiteral("tokenSource.pasted"))->isVisible());
    QTest::keySequence(m_page.get(), QKeySequence::Paste);
    QTRY_VERIFY(find<QPushButton>(m_page.get(), QStringLiteral("tokenSource.pasted"))->isChecked());
    QTRY_VERIFY(m_page->findChild<QTreeView *>()->model()->rowCount() > 5);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
}

void TestTokensPage::brokenTokensAreNeverValid_data()
{
    QTest::addColumn<QString>("text");
    const QByteArray payload = R"({"sub":"me","exp":4102444800})";
    QTest::newRow("alg none") << token(R"({"alg":"none"})", payload, {});
    QTest::newRow("HS256") << token(R"({"alg":"HS256","kid":"k"})", payload);
    QTest::newRow("truncated") << token(plainHeader, payload).left(40);
    QTest::newRow("two parts") << token(plainHeader, payload).section(u'.', 0, 1);
    QTest::newRow("garbage") << QStringLiteral("¡Hola! %% 한국어 \x01\x02");
    QTest::newRow("dots") << QStringLiteral("..");
    QTest::newRow("member twice") << token(plainHeader, R"({"sub":"me","sub":"you"})");
    QTest::newRow("invalid UTF-8") << token(plainHeader, QByteArray("{\"sub\":\"\xff\xfe\"}"));
    QTest::newRow("no object") << token("[]", "7");
    QTest::newRow("deep") << token(plainHeader, QByteArray(5000, '[') + QByteArray(5000, ']'));
    QTest::newRow("numbers out of range") << token(plainHeader, R"({"exp":1e400,"iat":-9e99,"nbf":"x"})");
    QTest::newRow("1 MB") << token(plainHeader, R"({"a":")" + QByteArray(1024 * 1024, 'x') + R"("})");
    QTest::newRow("2 MB of letters") << QString(2 * 1024 * 1024, u'a');
}

void TestTokensPage::brokenTokensAreNeverValid()
{
    QFETCH(QString, text);
    open(Service::Sandbox, false);
    m_page->paste(text);
    QTRY_VERIFY_WITH_TIMEOUT(!verdict().isEmpty(), 20'000);
    QThreadPool::globalInstance()->waitForDone();
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
    click(QStringLiteral("tokenForm.json"));
    click(QStringLiteral("tokenPart.header"));
    click(QStringLiteral("tokenForm.claims"));
    QVERIFY(!m_page->grab().isNull());
    QCOMPARE(verdict(), QStringLiteral("Not valid"));
}

void TestTokensPage::manglingTheOwnTokenIsSeen_data()
{
    QTest::addColumn<int>("part");
    QTest::newRow("payload") << 1;
    QTest::newRow("signature") << 2;
}

void TestTokensPage::manglingTheOwnTokenIsSeen()
{
    QFETCH(int, part);
    open(Service::Sandbox, true);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    QStringList parts = m_bench->sessions().current()->tokens().idToken.split(u'.');
    if (part == 1)
        parts[1] = encoded(QByteArray::fromBase64(parts[1].toLatin1(), QByteArray::Base64UrlEncoding)
                               .replace("sunny@example.com", "rainy@example.com"));
    else
        parts[2][10] = parts[2][10] == u'A' ? u'B' : u'A';
    m_page->paste(parts.join(u'.'));
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
}

void TestTokensPage::refreshButtonBringsNewTokens()
{
    open(Service::Sandbox, true);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    const QString before = m_bench->sessions().current()->tokens().idToken;
    QSignalSpy changed(m_bench->sessions().current(), &auth::Session::tokensChanged);
    find(m_page.get(), QStringLiteral("tokens.refresh"))->setFocus();
    click(QStringLiteral("tokens.refresh"));
    QVERIFY(!find(m_page.get(), QStringLiteral("tokens.refresh"))->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30'000);
    QVERIFY(m_bench->sessions().current()->tokens().idToken != before);
    QTRY_VERIFY(find(m_page.get(), QStringLiteral("tokens.refresh"))->isEnabled());
    QVERIFY(find(m_page.get(), QStringLiteral("tokens.refresh"))->hasFocus());
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
}

void TestTokensPage::expiryPasses()
{
    open(Service::Sandbox, true);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    m_bench->clock().setOffsetMs(2LL * 3600 * 1000);
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
    QVERIFY2(check(tokens::Check::Id::Expiry).contains(u"expired"), qPrintable(check(tokens::Check::Id::Expiry)));
    m_bench->clock().setOffsetMs(0);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
}

// A hidden page is not looked at by the second.
void TestTokensPage::clockJumpsAreFollowedAtOnce()
{
    open(Service::Sandbox, true);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    m_page->hide();
    const auto words = [this] { return m_page->findChild<Chip *>(QStringLiteral("verdict"))->text(); };
    for (const auto &[offsetMs, expected] :
         {std::pair(2LL * 3600 * 1000, QStringLiteral("Not valid")), std::pair(0LL, QStringLiteral("Valid"))}) {
        m_bench->clock().setOffsetMs(offsetMs);
        m_bench->access().announceClockJump();
        QTRY_COMPARE(words(), expected);
    }
}

void TestTokensPage::destroyedWhileReading()
{
    open(Service::Scripted, false);
    m_bench->server().addSilence();
    const QString large = token(plainHeader, R"({"a":")" + QByteArray(1024 * 1024, 'x') + R"("})");
    m_page->paste(large);
    QTRY_COMPARE(m_bench->server().requests().size(), 1); // so a page that is there asks for the key
    m_page.reset();
    open(Service::Scripted, false);
    for (int i = 0; i < 3; ++i)
        m_page->paste(large);
    m_page.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    bool answered = false; // by the server, which would have had the page's requests before
    m_bench->answer("{}");
    m_bench->access().client().call(idp::GetUserRequest{.accessToken = QStringLiteral("a.b.c")}, this,
                                    [&answered](const auto &) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(m_bench->server().requests().size(), 1);
}

void TestTokensPage::claimsAndJson()
{
    open(Service::Sandbox, true);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    auto *tree = find<QTreeView>(m_page.get(), QStringLiteral("claims"));
    const QModelIndexList found =
        tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("email"), 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    tree->setCurrentIndex(found.first());
    tree->setFocus();
    QTest::keySequence(tree, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), user);
    click(QStringLiteral("tokenForm.json"));
    auto *json = find<MonoTextView>(m_page.get(), QStringLiteral("tokenJson"));
    QVERIFY(json->isVisible());
    QVERIFY(json->text().contains(u"\"email\": \"sunny@example.com\""));
    click(QStringLiteral("tokenPart.header"));
    QVERIFY(json->text().contains(u"\"kid\""));
}

void TestTokensPage::jsonIsTheTokensOwn()
{
    open(Service::Sandbox, false);
    m_page->paste(token(plainHeader, R"({"z":"\u00e9\/","n":1.10,"n":1e400,"a":"{}"})"));
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
    click(QStringLiteral("tokenForm.json"));
    QCOMPARE(find<MonoTextView>(m_page.get(), QStringLiteral("tokenJson"))->text(),
             QStringLiteral("{\n  \"z\": \"\\u00e9\\/\",\n  \"n\": 1.10,\n  \"n\": 1e400,\n  \"a\": \"{}\"\n}"));
}

void TestTokensPage::notBeforeIsListedWhereItIsSet_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<bool>("listed");
    QTest::newRow("passed") << QByteArray(R"("nbf":1000000000,)") << true;
    QTest::newRow("not yet") << QByteArray(R"("nbf":4102444799,)") << true;
    QTest::newRow("no date") << QByteArray(R"("nbf":"x",)") << true;
    QTest::newRow("not there") << QByteArray() << false;
}

void TestTokensPage::notBeforeIsListedWhereItIsSet()
{
    QFETCH(QByteArray, member);
    QFETCH(bool, listed);
    open(Service::Scripted, false);
    m_page->paste(token(plainHeader, "{" + member + R"("exp":4102444800})"));
    QTRY_VERIFY(!verdict().isEmpty());
    QCOMPARE(!check(tokens::Check::Id::NotBefore).isEmpty(), listed);
}

// Whoever moved a clock sees it at the token, which is nevertheless valid.
void TestTokensPage::issuedInTheFutureIsSaid()
{
    open(Service::Scripted, false);
    QVERIFY(check(tokens::Check::Id::IssuedAt).isEmpty());
    m_page->paste(token(plainHeader, R"({"iat":4102440000,"exp":4102444800})"));
    QTRY_VERIFY(!verdict().isEmpty());
    QVERIFY(!check(tokens::Check::Id::IssuedAt).isEmpty());
}

void TestTokensPage::detailsByKeyboard()
{
    open(Service::Sandbox, true);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    auto *more = find<QPushButton>(m_page.get(), QStringLiteral("verdictMore"));
    auto *details = find<QLabel>(m_page.get(), QStringLiteral("verdictDetails"));
    QVERIFY(!details->isVisible());
    more->setFocus();
    press(Qt::Key_Space);
    QVERIFY(details->isVisible());
    for (const QString &words :
         {QStringLiteral("Signature: The pool's key made this signature."), QStringLiteral("Token use: An ID token."),
          QStringLiteral("Expiry: expires in"), QStringLiteral("UTC")})
        QVERIFY2(details->text().contains(words), qPrintable(words));
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    details->setFocus(Qt::TabFocusReason);
    QTest::keySequence(details, QKeySequence::SelectAll);
    QTest::keySequence(details, QKeySequence::Copy);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Signature: ")));
    QVERIFY(
        m_page->findChild<Chip *>(QStringLiteral("check.signature"))->accessibleDescription().contains(u"made this"));
    // Another verdict takes neither the choice nor the focus away.
    m_bench->clock().setOffsetMs(2LL * 3600 * 1000);
    QTRY_COMPARE(verdict(), QStringLiteral("Not valid"));
    QVERIFY(details->hasFocus());
    QVERIFY(details->text().contains(u"Expiry: expired"));
}

void TestTokensPage::timesInUtcByKeyboard()
{
    open(Service::Scripted, false);
    m_page->paste(token(plainHeader, R"({"sub":"x","exp":4102444800})"));
    QTRY_VERIFY(!verdict().isEmpty());
    auto *tree = find<QTreeView>(m_page.get(), QStringLiteral("claims"));
    auto *detail = find<QLabel>(m_page.get(), QStringLiteral("claimDetail"));
    tree->setFocus();
    press(Qt::Key_Down);
    QVERIFY2(detail->text().contains(QStringLiteral("2100-01-01 00:00:00 UTC · 4102444800")),
             qPrintable(detail->text()));
    QVERIFY(readingOrder(m_page.get()).contains(detail)); // Tab comes there in the window
    detail->setFocus(Qt::TabFocusReason);
    QTest::keySequence(detail, QKeySequence::SelectAll);
    QTest::keySequence(detail, QKeySequence::Copy);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("UTC")));
}

void TestTokensPage::pastingAfterAClickInTheNavigation()
{
    m_bench = std::make_unique<ScreenBench>(Service::Scripted);
    MainWindow::Parts parts;
    const auto factory = [](const QString &id, std::function<QWidget *(QWidget *)> create) {
        return PageFactory{.id = id,
                           .title = id,
                           .iconName = QStringLiteral("list-add"),
                           .section = Section::Try,
                           .shortcut = {},
                           .create = std::move(create)};
    };
    parts.pages = {
        factory(QStringLiteral("first"), [](QWidget *parent) { return new Page(QStringLiteral("First"), parent); }),
        factory(QStringLiteral("tokens"),
                [this](QWidget *parent) { return new TokensPage(m_bench->workspace(), parent); })};
    MainWindow window(std::move(parts));
    showActive(&window);
    QGuiApplication::clipboard()->setText(token(plainHeader, R"({"sub":"x"})"));
    QTest::mouseClick(find(&window, QStringLiteral("nav.tokens")), Qt::LeftButton);
    press(Qt::Key_V, Qt::ControlModifier);
    const auto *page = window.page(QStringLiteral("tokens"));
    QTRY_VERIFY(page->findChild<Chip *>(QStringLiteral("verdict")));
    window.setPages({});
}

void TestTokensPage::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestTokensPage::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    open(Service::Sandbox, false);
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    QVERIFY(m_bench->addUser(user, password));
    QVERIFY(m_bench->signIn(user, password));
    QTRY_VERIFY(!verdict().isEmpty());
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    click(QStringLiteral("tokenForm.json"));
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
}

void TestTokensPage::tabOrder()
{
    open(Service::Sandbox, true);
    QTRY_COMPARE(verdict(), QStringLiteral("Valid"));
    QStringList stops = tabStops(m_page.get());
    const QStringList wanted{QStringLiteral("tokenSource.id"),   QStringLiteral("tokens.paste"),
                             QStringLiteral("tokens.refresh"),   QStringLiteral("tokenPart.payload"),
                             QStringLiteral("tokenForm.claims"), QStringLiteral("claims"),
                             QStringLiteral("copyToken"),        QStringLiteral("tokenBytes")};
    stops.removeIf([&wanted](const QString &name) { return !wanted.contains(name); });
    std::rotate(stops.begin(), std::find(stops.begin(), stops.end(), wanted.first()), stops.end());
    QCOMPARE(stops, wanted);
}

QTEST_MAIN(TestTokensPage)
#include "tst_tokenspage.moc"

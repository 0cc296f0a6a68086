#include "ui/accessibility.h"
#include "ui/common/callout.h"
#include "ui/common/translations.h"
#include "ui/guide/guidepage.h"
#include "ui/keyboard.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;

class TestGuidePage final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_page.reset(); }
    void listsEverything();
    void searchesWhileTyping();
    void explainsWhatIsPasted();
    void tellsWhatIsNotKnown();
    void findsASentenceWithoutAName();
    void showsOneEntry();
    void keepsThePastedText();
    void outlivesThePage();
    void hugePastesAreCut();
    void manyPastesAreCut();
    void readsByKeyboard();
    void fitsBesideTheMailbox_data();
    void fitsBesideTheMailbox();
    void waitsForWords();
    void calloutsLeadHere();
    void notFromADialog();
    void noFaults_data();
    void noFaults();
    void tabOrder();

private:
    QPlainTextEdit *field() const { return find<QPlainTextEdit>(m_page.get(), QStringLiteral("guide.search")); }
    QListWidget *list() const { return find<QListWidget>(m_page.get(), QStringLiteral("guide.list")); }
    QString label(const char *name) const { return find<QLabel>(m_page.get(), QLatin1StringView(name))->text(); }

    std::unique_ptr<GuidePage> m_page;
};

void TestGuidePage::init()
{
    m_page = std::make_unique<GuidePage>();
    m_page->resize(900, 640);
    showActive(m_page.get());
}

void TestGuidePage::listsEverything()
{
    QVERIFY(list()->count() > 100);
    QSet<QString> titles;
    for (int row = 0; row < list()->count(); ++row)
        titles += list()->item(row)->text();
    QCOMPARE(titles.size(), list()->count()); // one tells from another
    QVERIFY(!label("guide.what").isEmpty());
    QVERIFY(!find(m_page.get(), QStringLiteral("guide.clear"))->isEnabled());
}

void TestGuidePage::searchesWhileTyping()
{
    field()->setFocus();
    type(QStringLiteral("locked out"));
    QCOMPARE(label("guide.what"), QStringLiteral("This user is locked out after too many wrong passwords."));
    QVERIFY(list()->count() < 20);
    find<QPushButton>(m_page.get(), QStringLiteral("guide.clear"))->click();
    QVERIFY(list()->count() > 100);
    QCOMPARE(QApplication::focusWidget(), field());
}

void TestGuidePage::explainsWhatIsPasted()
{
    QApplication::clipboard()->setText(QStringLiteral(
        "Traceback (most recent call last):\n  File \"login.py\", line 7\nAn error occurred "
        "(UserNotConfirmedException) when calling the InitiateAuth operation: User is not confirmed.\n"));
    field()->setFocus();
    ui::press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(label("guide.what"), QStringLiteral("This user has not confirmed the sign-up."));
    QVERIFY(label("guide.recognised").contains(QStringLiteral("UserNotConfirmedException")));
    QVERIFY(label("guide.recognised").contains(QStringLiteral("InitiateAuth")));
}

void TestGuidePage::tellsWhatIsNotKnown()
{
    field()->setPlainText(QStringLiteral("NeverHeardOfException: at all"));
    QVERIFY(label("guide.recognised").contains(QStringLiteral("Not known")));
    QVERIFY(!list()->isVisible());
    field()->setPlainText(QStringLiteral("zebra giraffe"));
    QVERIFY(!list()->isVisible());
    QVERIFY(label("guide.recognised").isEmpty());
}

void TestGuidePage::findsASentenceWithoutAName()
{
    field()->setPlainText(QStringLiteral("The user reads “Password attempts exceeded” on the screen"));
    QCOMPARE(label("guide.what"), QStringLiteral("This user is locked out after too many wrong passwords."));
}

void TestGuidePage::showsOneEntry()
{
    field()->setPlainText(QStringLiteral("zebra"));
    m_page->showEntry(QStringLiteral("temporary-expired"));
    QVERIFY(list()->isVisible());
    QCOMPARE(list()->currentItem()->data(Qt::UserRole).toString(), QStringLiteral("temporary-expired"));
    QCOMPARE(label("guide.what"), QStringLiteral("The temporary password is too old."));
    QCOMPARE(QApplication::focusWidget(), list());
    m_page->showEntry(QStringLiteral("no such entry")); // stays where it is
    QCOMPARE(list()->count() > 100, true);
}

// "Error guide" at an error elsewhere must not cost what was pasted before.
void TestGuidePage::keepsThePastedText()
{
    const QString pasted = QStringLiteral("NotAuthorizedException: User is disabled.");
    field()->setPlainText(pasted);
    const QString found = label("guide.what");
    const int count = list()->count();
    auto *back = find<QPushButton>(m_page.get(), QStringLiteral("guide.back"));
    QVERIFY(!back->isVisible());
    m_page->showEntry(QStringLiteral("temporary-expired"));
    QCOMPARE(label("guide.what"), QStringLiteral("The temporary password is too old."));
    QCOMPARE(field()->toPlainText(), pasted);
    QVERIFY(label("guide.recognised").contains(QStringLiteral("was not looked for")));
    QVERIFY(back->isVisible());
    back->click();
    QCOMPARE(label("guide.what"), found);
    QCOMPARE(list()->count(), count);
    QVERIFY(!back->isVisible());
    QCOMPARE(QApplication::focusWidget(), field());
    field()->clear();
    m_page->showEntry(QStringLiteral("temporary-expired"));
    QVERIFY(!back->isVisible()); // nothing to go back to
}

void TestGuidePage::outlivesThePage()
{
    QString kept;
    m_page->keepTextIn(&kept);
    field()->setPlainText(QStringLiteral("locked out"));
    init();
    QCOMPARE(field()->toPlainText(), QString());
    m_page->keepTextIn(&kept);
    QCOMPARE(field()->toPlainText(), QStringLiteral("locked out"));
    QCOMPARE(label("guide.what"), QStringLiteral("This user is locked out after too many wrong passwords."));
    m_page.reset(); // the text goes after it
}

void TestGuidePage::manyPastesAreCut()
{
    QApplication::clipboard()->setText(QString(40'000, u'x'));
    field()->setFocus();
    for (int i = 0; i < 4; ++i)
        ui::press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field()->toPlainText().size(), 64 * 1024);
    field()->selectAll();
    ui::press(Qt::Key_V, Qt::ControlModifier); // in place of all of it
    QCOMPARE(field()->toPlainText().size(), 40'000);
    QApplication::clipboard()->clear();
}

void TestGuidePage::readsByKeyboard()
{
    m_page->resize(600, 340);
    field()->setPlainText(QStringLiteral("NotAuthorizedException: Incorrect username or password."));
    auto *area = find<QScrollArea>(m_page.get(), QStringLiteral("guide.details"));
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    list()->setFocus();
    ui::press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), area);
    ui::press(Qt::Key_End);
    ui::press(Qt::Key_PageDown);
    QVERIFY(area->verticalScrollBar()->value() > 0);
    QVERIFY(area->accessibleDescription().contains(label("guide.what")));
    QVERIFY(area->accessibleDescription().contains(QStringLiteral("InitiateAuth")));
    field()->setPlainText(QStringLiteral("NotAuthorizedException: User is disabled."));
    QCOMPARE(area->verticalScrollBar()->value(), 0);
    QVERIFY(area->accessibleDescription().contains(label("guide.what")));
}

void TestGuidePage::fitsBesideTheMailbox_data()
{
    noFaults_data();
}

void TestGuidePage::fitsBesideTheMailbox()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    init();
    m_page->resize(431, 520); // what is left of the smallest window
    QTRY_COMPARE(m_page->width(), 431);
    const auto *area = find<QScrollArea>(m_page.get(), QStringLiteral("guide.details"));
    const auto place = [this](const QWidget *part) {
        return QRect(part->mapTo(m_page.get(), QPoint(0, 0)), part->size());
    };
    QTRY_VERIFY(!place(area).intersects(place(list())));
    QVERIFY(place(area).right() < 431 && place(list()).right() < 431);
    QVERIFY(place(area).bottom() < 520);
    QVERIFY(area->height() >= 100);
    m_page->resize(900, 640);
    QTRY_VERIFY(place(area).left() > place(list()).right()); // beside each other again
}

void TestGuidePage::waitsForWords()
{
    QCOMPARE(QApplication::focusWidget(), field());
    list()->setFocus();
    m_page->hide();
    showActive(m_page.get());
    QCOMPARE(QApplication::focusWidget(), field());
}

void TestGuidePage::hugePastesAreCut()
{
    QApplication::clipboard()->setText(QString(3'000'000, u'x'));
    field()->setFocus();
    ui::press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field()->toPlainText().size(), 64 * 1024);
    QApplication::clipboard()->clear();
}

void TestGuidePage::calloutsLeadHere()
{
    MainWindow window(MainWindow::Parts{});
    QSignalSpy requested(&window, &MainWindow::guideRequested);
    window.setPages({{.id = QStringLiteral("one"),
                      .title = QStringLiteral("One"),
                      .iconName = QStringLiteral("help-contents"),
                      .section = Section::Try,
                      .shortcut = {},
                      .create = [](QWidget *parent) { return new Callout(parent); }}});
    showActive(&window);
    auto *callout = qobject_cast<Callout *>(window.page(QStringLiteral("one")));
    callout->setContent(
        {.title = QStringLiteral("No."), .serviceWords = QStringLiteral("X"), .guideId = QStringLiteral("disabled")});
    auto *link = find<QPushButton>(callout, QStringLiteral("calloutGuide"));
    QVERIFY(link->isVisible());
    link->setFocus();
    ui::press(Qt::Key_Return);
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), QStringLiteral("disabled"));
    callout->setContent({.title = QStringLiteral("No."), .serviceWords = QStringLiteral("X")});
    QVERIFY(!link->isVisible());
}

void TestGuidePage::notFromADialog()
{
    QDialog dialog;
    auto *callout = new Callout(&dialog);
    showActive(&dialog);
    callout->setContent(
        {.title = QStringLiteral("No."), .serviceWords = QStringLiteral("X"), .guideId = QStringLiteral("disabled")});
    QVERIFY(!find(callout, QStringLiteral("calloutGuide"))->isVisible());
}

void TestGuidePage::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestGuidePage::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    init();
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    field()->setPlainText(QStringLiteral("NotAuthorizedException: User is disabled."));
    QCOMPARE(accessibilityFaults(m_page.get()), QStringList());
    if (language == u"ko") { // English words find it in any language
        field()->setPlainText(QStringLiteral("locked out"));
        QVERIFY(list()->count() > 0);
        QVERIFY(!label("guide.what").contains(QStringLiteral("locked")));
    }
}

void TestGuidePage::tabOrder()
{
    field()->setPlainText(QStringLiteral("disabled"));
    QStringList stops = tabStops(m_page.get());
    const QStringList wanted{QStringLiteral("guide.clear"), QStringLiteral("guide.search"),
                             QStringLiteral("guide.list"), QStringLiteral("guide.details")};
    stops.removeIf([&wanted](const QString &name) { return !wanted.contains(name); });
    std::rotate(stops.begin(), std::find(stops.begin(), stops.end(), wanted.first()), stops.end());
    QCOMPARE(stops, wanted);
}

QTEST_MAIN(TestGuidePage)
#include "tst_guidepage.moc"

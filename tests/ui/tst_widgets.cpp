#include "core/plaintooltip.h"
#include "ui/accessibility.h"
#include "ui/common/busyindicator.h"
#include "ui/common/buttons.h"
#include "ui/common/callout.h"
#include "ui/common/codefield.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/copyableid.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/passwordfield.h"
#include "ui/common/requirementlist.h"
#include "ui/common/stepbar.h"
#include "ui/common/theme.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

using namespace poolscope;
using namespace poolscope::ui;

class TestWidgets final : public QObject
{
    Q_OBJECT

private slots:
    void codeIsCleaned_data();
    void codeIsCleaned();
    void codeFieldTakesAPastedSentence();
    void codeFieldTellsWhenComplete();
    void passwordIsShownByKeyboard();
    void requirementsAreSaidInWords();
    void stepBarSaysWhereOneIs();
    void copyableIdCopiesTheWhole();
    void shortIds();
    void calloutSaysEverythingWhenCopied();
    void calloutHandsItsActionOn();
    void calloutIsClosedByKeyboard();
    void calloutOfAnError_data();
    void calloutOfAnError();
    void serviceWordsAreNotMarkup();
    void confirmationIsSafeByDefault();
    void confirmationRunsOnce();
    void confirmationNeedsTheTypedName();
    void confirmationHasNoFaults_data();
    void confirmationHasNoFaults();
    void confirmationDiesWithItsParent();
    void busyIndicatorWaitsBeforeItShows();
    void elidedLabelGivesWay_data();
    void elidedLabelGivesWay();
    void elidedLabelLeavesTheTooltipToOthers();
    void iconsAreRecoloured();
    void iconsOfAnySizeAreWhole();
    void themeFollowsPreferenceAndSystem();
};

void TestWidgets::codeIsCleaned_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("code");
    QTest::newRow("plain") << QStringLiteral("564258") << 6 << QStringLiteral("564258");
    QTest::newRow("blank in the middle") << QStringLiteral(" 564 258 ") << 6 << QStringLiteral("564258");
    QTest::newRow("dash") << QStringLiteral("564-258") << 6 << QStringLiteral("564258");
    QTest::newRow("no-break blank") << QStringLiteral("564\u00a0258\n") << 6 << QStringLiteral("564258");
    QTest::newRow("full width") << QStringLiteral("５６４２５８") << 6 << QStringLiteral("564258");
    QTest::newRow("sentence") << QStringLiteral("Your confirmation code is 564258.") << 6 << QStringLiteral("564258");
    QTest::newRow("Korean sentence") << QStringLiteral("인증 코드는 564 258입니다") << 6 << QStringLiteral("564258");
    QTest::newRow("too short") << QStringLiteral("5642") << 6 << QStringLiteral("5642");
    QTest::newRow("any length") << QStringLiteral("ABC-123 x") << 0 << QStringLiteral("ABC123x");
    QTest::newRow("nothing") << QString() << 6 << QString();
}

void TestWidgets::codeIsCleaned()
{
    QFETCH(QString, text);
    QFETCH(int, length);
    QTEST(CodeField::cleaned(text, length), "code");
}

void TestWidgets::codeFieldTakesAPastedSentence()
{
    CodeField field;
    showActive(&field);
    field.setFocus();
    QGuiApplication::clipboard()->setText(QStringLiteral("Your code: 118 203"));
    field.paste();
    QCOMPARE(field.code(), QStringLiteral("118203"));
}

void TestWidgets::codeFieldTellsWhenComplete()
{
    CodeField field;
    showActive(&field);
    field.setFocus();
    QSignalSpy completed(&field, &CodeField::completed);
    type(QStringLiteral("12345"));
    QCOMPARE(completed.count(), 0);
    type(QStringLiteral(" 6"));
    QCOMPARE(completed.count(), 1);
    QCOMPARE(completed.first().first().toString(), QStringLiteral("123456"));
}

void TestWidgets::passwordIsShownByKeyboard()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *field = new PasswordField(&window);
    layout->addWidget(field);
    showActive(&window);
    field->setFocus();
    type(QStringLiteral("secret"));
    QVERIFY(!field->isRevealed());
    press(Qt::Key_Tab);
    auto *toggle = field->findChild<QToolButton *>();
    QVERIFY(toggle->hasFocus());
    QCOMPARE(toggle->accessibleName(), QStringLiteral("Show password"));
    press(Qt::Key_Space);
    QVERIFY(field->isRevealed());
    QCOMPARE(toggle->accessibleName(), QStringLiteral("Hide password"));
    QCOMPARE(field->text(), QStringLiteral("secret"));
}

void TestWidgets::requirementsAreSaidInWords()
{
    RequirementList list;
    list.setRequirements({{QStringLiteral("a digit"), Requirement::State::Met},
                          {QStringLiteral("a symbol"), Requirement::State::Unmet}});
    const QList<QLabel *> rows = list.findChildren<QLabel *>();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0)->accessibleName(), QStringLiteral("Met: a digit"));
    QCOMPARE(rows.at(1)->accessibleName(), QStringLiteral("Not met yet: a symbol"));
    QVERIFY(!list.allMet());
    list.setRequirements({{QStringLiteral("a digit"), Requirement::State::Met}});
    QVERIFY(list.allMet());
    QCOMPARE(list.findChildren<QLabel *>().size(), 1);
}

void TestWidgets::stepBarSaysWhereOneIs()
{
    StepBar bar({QStringLiteral("Account"), QStringLiteral("Confirm"), QStringLiteral("Signed in")});
    bar.setCurrent(1);
    QCOMPARE(bar.accessibleName(), QStringLiteral("Step 2 of 3: Confirm"));
}

void TestWidgets::copyableIdCopiesTheWhole()
{
    CopyableId id(QStringLiteral("request id"));
    id.setText(QStringLiteral("a71e6c7e-3c1f-4d0e-9d2b-3f1d4b0a7d0d"));
    id.setFixedWidth(80);
    showActive(&id);
    auto *button = find<QToolButton>(&id, QStringLiteral("copyId"));
    QCOMPARE(button->accessibleName(), QStringLiteral("Copy request id"));
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), id.text());
}

void TestWidgets::shortIds()
{
    QCOMPARE(shortId(QStringLiteral("a71e6c7e-3c1f-4d0e-9d2b-3f1d4b0a7d0d")), QStringLiteral("a71e…0d"));
    QCOMPARE(shortId(QStringLiteral("short")), QStringLiteral("short"));
}

void TestWidgets::calloutSaysEverythingWhenCopied()
{
    Callout callout;
    QVERIFY(callout.isHidden());
    callout.setContent({.title = QStringLiteral("What."),
                        .body = QStringLiteral("Why."),
                        .whatToDo = QStringLiteral("Do this."),
                        .serviceWords = QStringLiteral("CodeMismatchException · Invalid."),
                        .requestId = QStringLiteral("id-1")});
    showActive(&callout);
    QTest::keyClick(find(&callout, QStringLiteral("calloutCopy")), Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("What.\nWhy.\nDo this.\nCodeMismatchException · Invalid.\nRequest id: id-1"));
    callout.clear();
    QVERIFY(callout.isHidden());
}

void TestWidgets::calloutHandsItsActionOn()
{
    Callout callout;
    callout.setContent(
        {.title = QStringLiteral("What."), .actions = {{QStringLiteral("resend"), QStringLiteral("Send a new code")}}});
    showActive(&callout);
    QSignalSpy triggered(&callout, &Callout::actionTriggered);
    QTest::keyClick(find(&callout, QStringLiteral("calloutAction.resend")), Qt::Key_Space);
    QTRY_COMPARE(triggered.count(), 1);
    QCOMPARE(triggered.first().first().toString(), QStringLiteral("resend"));
    QCOMPARE(accessibilityFaults(&callout).join(u'\n'), QString());
}

void TestWidgets::calloutIsClosedByKeyboard()
{
    Callout callout;
    showActive(&callout);
    callout.setContent({.title = QStringLiteral("What.")});
    QVERIFY(!find(&callout, QStringLiteral("calloutClose"))->isVisible());
    callout.setContent({.title = QStringLiteral("What."), .canBeClosed = true});
    QCOMPARE(accessibilityFaults(&callout), QStringList());
    QSignalSpy closed(&callout, &Callout::closed);
    QTest::keyClick(find(&callout, QStringLiteral("calloutClose")), Qt::Key_Space);
    QCOMPARE(closed.count(), 1);
    QVERIFY(callout.isHidden());
    QVERIFY(callout.content().isEmpty());
}

void TestWidgets::calloutOfAnError_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("serviceWords");
    Error service;
    service.code = QStringLiteral("NotAuthorizedException");
    service.message = QStringLiteral("Incorrect username or password.");
    QTest::newRow("service") << service << QStringLiteral("The service refused this.")
                             << QStringLiteral("NotAuthorizedException · Incorrect username or password.");
    Error refused = service;
    refused.kind = Error::Kind::Transport;
    QTest::newRow("transport") << refused << QStringLiteral("The endpoint could not be reached.") << QString();
    QTest::newRow("validation") << Error::validation(QStringLiteral("x"), QStringLiteral("Enter a code."))
                                << QStringLiteral("Enter a code.") << QString();
}

void TestWidgets::calloutOfAnError()
{
    QFETCH(Error, error);
    const Callout::Content content = Callout::Content::fromError(error);
    QTEST(content.title, "title");
    QTEST(content.serviceWords, "serviceWords");
}

void TestWidgets::serviceWordsAreNotMarkup()
{
    Callout callout;
    callout.setContent({.title = QStringLiteral("<b>x</b>"), .serviceWords = QStringLiteral("<img src=x>")});
    const QList<QLabel *> labels = callout.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestWidgets::confirmationIsSafeByDefault()
{
    QWidget parent;
    showActive(&parent);
    bool done = false;
    askToConfirm(&parent, {.title = QStringLiteral("Delete 2 users?"), .verb = QStringLiteral("Delete users")},
                 [&done] { done = true; });
    QWidget *dialog = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(dialog);
    const QPointer<QWidget> watched(dialog);
    QTRY_VERIFY(find(dialog, QStringLiteral("confirmCancel"))->hasFocus());
    press(Qt::Key_Return);
    QTRY_VERIFY(!watched);
    QVERIFY(!done);
}

void TestWidgets::confirmationRunsOnce()
{
    QWidget parent;
    showActive(&parent);
    int done = 0;
    QDialog *dialog = askToConfirm(&parent, {.verb = QStringLiteral("Delete users")}, [&done] { ++done; });
    QTest::keyClick(find(dialog, QStringLiteral("confirmButton")), Qt::Key_Space);
    QCOMPARE(done, 1);
}

void TestWidgets::confirmationNeedsTheTypedName()
{
    QWidget parent;
    showActive(&parent);
    QDialog *dialog =
        askToConfirm(&parent, {.verb = QStringLiteral("Delete pool"), .typedName = QStringLiteral("acme-prod")}, [] {});
    QWidget *button = find(dialog, QStringLiteral("confirmButton"));
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(find(dialog, QStringLiteral("confirmName")), QStringLiteral("acme-prod"));
    QVERIFY(button->isEnabled());
    QCOMPARE(accessibilityFaults(dialog).join(u'\n'), QString());
}

void TestWidgets::confirmationHasNoFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typedName");
    QTest::newRow("English") << "en"
                             << "";
    QTest::newRow("English, with a name to type") << "en"
                                                  << "acme-prod";
    QTest::newRow("Korean") << "ko"
                            << "";
    QTest::newRow("Korean, with a name to type") << "ko"
                                                 << "acme-prod";
}

void TestWidgets::confirmationHasNoFaults()
{
    QFETCH(QString, language);
    QFETCH(QString, typedName);
    Translations translations;
    translations.install(language);
    QWidget parent;
    showActive(&parent);
    const Confirmation question{.title = QStringLiteral("?"), .verb = QStringLiteral("!"), .typedName = typedName};
    QDialog *dialog = askToConfirm(&parent, question, [] {});
    QCOMPARE(accessibilityFaults(dialog).join(u'\n'), QString());
}

void TestWidgets::confirmationDiesWithItsParent()
{
    auto parent = std::make_unique<QWidget>();
    showActive(parent.get());
    bool done = false;
    const QPointer<QDialog> dialog = askToConfirm(parent.get(), {}, [&done] { done = true; });
    parent.reset();
    QVERIFY(!dialog);
    QVERIFY(!done);
}

void TestWidgets::busyIndicatorWaitsBeforeItShows()
{
    BusyIndicator indicator;
    showActive(&indicator);
    indicator.start(QStringLiteral("Asking the endpoint"));
    const QImage atOnce = indicator.grab().toImage();
    QCOMPARE(indicator.accessibleName(), QStringLiteral("Asking the endpoint"));
    QTRY_VERIFY(indicator.grab().toImage() != atOnce);
    indicator.stop();
    QCOMPARE(indicator.grab().toImage(), atOnce);
}

void TestWidgets::elidedLabelGivesWay_data()
{
    QTest::addColumn<bool>("cut");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("shown");
    const QString text = QStringLiteral("a long <line> that does not fit");
    const QString own = QStringLiteral("2026-11-22 05:03:02 UTC");
    QTest::newRow("cut") << true << QString() << plainToolTip(text);
    QTest::newRow("cut, with a tooltip") << true << own << plainToolTip(text + u'\n' + own);
    QTest::newRow("cut, with one of markup")
        << true << plainToolTip(QStringLiteral("<b>")) << plainToolTip(text) + plainToolTip(QStringLiteral("<b>"));
    QTest::newRow("whole, with a tooltip") << false << own << own;
}

void TestWidgets::elidedLabelGivesWay()
{
    QFETCH(bool, cut);
    QFETCH(QString, own);
    ElidedLabel label(QStringLiteral("a long <line> that does not fit"));
    label.setToolTip(own);
    label.setFixedWidth(cut ? 60 : label.sizeHint().width() + 4);
    showActive(&label);
    label.grab();
    QHelpEvent help(QEvent::ToolTip, {5, 5}, label.mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(&label, &help);
    QTEST(QToolTip::text(), "shown");
    QToolTip::hideText();
    QCOMPARE(label.toolTip(), own);
}

void TestWidgets::elidedLabelLeavesTheTooltipToOthers()
{
    ElidedLabel label(QStringLiteral("short"));
    label.setFixedWidth(label.sizeHint().width() + 4);
    showActive(&label);
    QHelpEvent help(QEvent::ToolTip, {5, 5}, label.mapToGlobal(QPoint(5, 5)));
    help.accept();
    QApplication::sendEvent(&label, &help);
    QVERIFY(!help.isAccepted());
}

void TestWidgets::iconsAreRecoloured()
{
    if (iconFile(QStringLiteral("list-add"), 16).isEmpty())
        QSKIP("The Breeze icons are not installed");
    const QImage image = icon(QStringLiteral("list-add"), ColorRole::Bad).pixmap(16, 16).toImage();
    const QColor wanted = color(ColorRole::Bad, QGuiApplication::palette());
    bool found = false;
    for (int x = 0; x < image.width(); ++x)
        found = found || image.pixelColor(x, image.height() / 2) == wanted;
    QVERIFY(found);
    QVERIFY(iconFile(QStringLiteral("no-such-icon"), 16).isEmpty());
    QVERIFY(!icon(QStringLiteral("no-such-icon")).pixmap(16, 16).isNull());
}

// A button that is not laid out yet once left a flat picture of its icon for all others of that width.
void TestWidgets::iconsOfAnySizeAreWhole()
{
    if (iconFile(QStringLiteral("list-add"), 16).isEmpty())
        QSKIP("The Breeze icons are not installed");
    const QIcon plus = icon(QStringLiteral("list-add"), ColorRole::Good);
    const auto paintedRows = [&plus](int height) {
        const QImage image = plus.pixmap(16, height).toImage();
        int rows = 0;
        for (int y = 0; y < image.height(); ++y) {
            bool painted = false;
            for (int x = 0; x < image.width(); ++x)
                painted = painted || image.pixelColor(x, y).alpha() > 0;
            rows += painted;
        }
        return rows;
    };
    QVERIFY(paintedRows(5) <= 5);
    QVERIFY2(paintedRows(16) > 8, qPrintable(QString::number(paintedRows(16))));
}

void TestWidgets::themeFollowsPreferenceAndSystem()
{
    Theme theme;
    theme.apply();
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setSystemDark(true);
    QVERIFY(isDark(QGuiApplication::palette()));
    theme.setPreference(Theme::Preference::Light);
    QVERIFY(!isDark(QGuiApplication::palette()));
    theme.setSystemDark(false);
    theme.setSystemDark(true);
    QVERIFY(!isDark(QGuiApplication::palette()));
    QCOMPARE(changed.count(), 2);
    theme.setPreference(Theme::Preference::System);
    QVERIFY(isDark(QGuiApplication::palette()));
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"

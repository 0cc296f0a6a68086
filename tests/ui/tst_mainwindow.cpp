#include "ui/accessibility.h"
#include "ui/common/buttons.h"
#include "ui/common/page.h"
#include "ui/common/theme.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/mainwindowbench.h"
#include "ui/shell/banners.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settingsdialog.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace poolscope;
using namespace poolscope::ui;

class TestMainWindow final : public MainWindowBench
{
    Q_OBJECT

private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void pagesAreMadeWhenShown();
    void shortcutsShowPages();
    void arrowsMoveInTheNavigation();
    void typedTextStaysWhenPagesChange();
    void setPagesDeletesTheOldOnes();
    void panelsAreMadeWhenShown();
    void aPanelsKeyLeadsThere();
    void returnPressesAButton();
    void mailboxOnlyWhereThereIsOne();
    void themeAndLanguageAreKept();
    void languageNoteIsTrueOnEveryVisit();
    void connectionMenuTellsTheChoice();
    void connectionMenuBeginsWithTheRecent();
    void connectionIsSaidInWords();
    void bannersComeAndGo();
    void bannersAreClosed();
    void stateIsRestored();
    void firstSizeFitsTheScreen();
    void pageIsRestoredWhenItComes();
    void nothingSecretInSettings();
    void closesAtAnyTime();
    void orderIsAsRead();
    void noFaults_data();
    void noFaults();
    void noFaultsInItsDialogs_data();
    void noFaultsInItsDialogs();
    void smallWindowHolds();
};

void TestMainWindow::pagesAreMadeWhenShown()
{
    QCOMPARE(m_made, QStringList{QStringLiteral("signup")});
    m_window->showPage(QStringLiteral("users"));
    m_window->showPage(QStringLiteral("signup"));
    m_window->showPage(QStringLiteral("users"));
    QCOMPARE(m_made, QStringList({QStringLiteral("signup"), QStringLiteral("users")}));
    m_window->showPage(QStringLiteral("nothing"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("users"));
}

void TestMainWindow::shortcutsShowPages()
{
    QSignalSpy shown(m_window.get(), &MainWindow::pageShown);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("signin"));
    QCOMPARE(shown.count(), 1);
    QTRY_VERIFY(find(m_window.get(), QStringLiteral("signin.field"))->hasFocus());
}

void TestMainWindow::arrowsMoveInTheNavigation()
{
    find(m_window.get(), QStringLiteral("nav.signup"))->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(m_window->currentPage(), QStringLiteral("signin"));
    press(Qt::Key_Down);
    QCOMPARE(m_window->currentPage(), QStringLiteral("users"));
    press(Qt::Key_Tab);
    QVERIFY(!QApplication::focusWidget()->objectName().startsWith(u"nav."));
}

void TestMainWindow::typedTextStaysWhenPagesChange()
{
    auto *field = find<QLineEdit>(m_window.get(), QStringLiteral("signup.field"));
    field->setFocus();
    type(QStringLiteral("sunny"));
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(field->text(), QStringLiteral("sunny"));
    QVERIFY(field->isVisible());
}

void TestMainWindow::setPagesDeletesTheOldOnes()
{
    m_window->showPage(QStringLiteral("signin"));
    const QPointer<QWidget> old = m_window->page(QStringLiteral("signin"));
    m_window->setPages({page(QStringLiteral("signup"), QStringLiteral("Sign up"), Section::Try),
                        page(QStringLiteral("signin"), QStringLiteral("Sign in"), Section::Try)});
    QVERIFY(!old);
    QCOMPARE(m_window->currentPage(), QStringLiteral("signin"));
    m_window->setPages({page(QStringLiteral("tokens"), QStringLiteral("Tokens"), Section::Try)});
    QCOMPARE(m_window->currentPage(), QStringLiteral("tokens"));
    m_window->setPages({});
    QVERIFY(m_window->currentPage().isEmpty());
}

void TestMainWindow::panelsAreMadeWhenShown()
{
    QVERIFY(!m_window->activityPanel());
    press(Qt::Key_F12);
    QVERIFY(m_window->activityPanel()->isVisible());
    press(Qt::Key_F12);
    QVERIFY(!m_window->activityPanel()->isVisible());
    press(Qt::Key_F12);
    QCOMPARE(m_made.count(QStringLiteral("panel")), 1);
}

// The key leads into the panel before it hides it, and back to where one was.
void TestMainWindow::aPanelsKeyLeadsThere()
{
    auto *here = find(m_window.get(), QStringLiteral("panel.activity"));
    here->setFocus();
    press(Qt::Key_F12);
    QWidget *panel = m_window->activityPanel();
    auto *field = new QLineEdit(panel);
    field->show();
    press(Qt::Key_F12); // shown already, but the keyboard is elsewhere
    QVERIFY(panel->isVisible());
    QVERIFY(field->hasFocus());
    press(Qt::Key_F12);
    QVERIFY(!panel->isVisible());
    QVERIFY(here->hasFocus());
    press(Qt::Key_F12);
    QVERIFY(panel->isVisible());
    QVERIFY(field->hasFocus());

    // Each panel knows its own way back.
    m_window->setMailboxAvailable(true);
    m_window->setMailboxShown(true);
    auto *mail = new QLineEdit(m_window->mailboxPanel());
    mail->show();
    here->setFocus();
    press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(mail->hasFocus());
    press(Qt::Key_F12);
    QVERIFY(field->hasFocus());
    press(Qt::Key_F12);
    QVERIFY(mail->hasFocus());
    press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!m_window->mailboxPanel()->isVisible());
    QVERIFY(here->hasFocus());
}

void TestMainWindow::returnPressesAButton()
{
    auto *button = new QPushButton(QStringLiteral("Plain"), m_window->centralWidget());
    button->setAutoDefault(false);
    button->show();
    const QSignalSpy clicked(button, &QPushButton::clicked);
    button->setFocus();
    press(Qt::Key_Return);
    QCOMPARE(clicked.size(), 1);
    press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(clicked.size(), 2);
    press(Qt::Key_Return, Qt::ControlModifier); // means something else, somewhere
    button->setEnabled(false);
    press(Qt::Key_Return);
    QCOMPARE(clicked.size(), 2);
    auto *filled = new PrimaryButton(QStringLiteral("Filled"), m_window->centralWidget());
    filled->show();
    const QSignalSpy once(filled, &QPushButton::clicked);
    filled->setFocus();
    press(Qt::Key_Return);
    QCOMPARE(once.size(), 1); // by itself, and not once more by the window
}

void TestMainWindow::mailboxOnlyWhereThereIsOne()
{
    QVERIFY(!find(m_window.get(), QStringLiteral("panel.mailbox"))->isVisible());
    press(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!m_window->mailboxPanel());
    m_window->setMailboxShown(true);
    m_window->setMailboxAvailable(true);
    QVERIFY(m_window->mailboxPanel()->isVisible());
    m_window->setMailboxAvailable(false);
    QVERIFY(!m_window->mailboxPanel()->isVisible());
}

void TestMainWindow::themeAndLanguageAreKept()
{
    QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    QCOMPARE(SettingsDialog::themePreference(settings), Theme::Preference::System);
    auto *dialog = new SettingsDialog(m_theme.get(), &settings, QStringLiteral("en"));
    showActive(dialog);
    QCOMPARE(accessibilityFaults(dialog).join(u'\n'), QString());
    find(dialog, QStringLiteral("settingsTheme"))->setFocus();
    press(Qt::Key_End);
    QVERIFY(m_theme->dark());
    QCOMPARE(SettingsDialog::themePreference(settings), Theme::Preference::Dark);
    find(dialog, QStringLiteral("settingsLanguage"))->setFocus();
    press(Qt::Key_End);
    QCOMPARE(SettingsDialog::language(settings), QStringLiteral("ko"));
    QVERIFY(find(dialog, QStringLiteral("settingsLanguage.error"))->isVisible());
    dialog->close();
    m_theme->setPreference(Theme::Preference::Light);
}

void TestMainWindow::languageNoteIsTrueOnEveryVisit()
{
    QSettings settings(m_folder->filePath(QStringLiteral("language.ini")), QSettings::IniFormat);
    const auto noteAfter = [&](const QString &inForce, int key) {
        SettingsDialog dialog(m_theme.get(), &settings, inForce);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        showActive(&dialog);
        find(&dialog, QStringLiteral("settingsLanguage"))->setFocus();
        if (key)
            press(key);
        const QWidget *note = dialog.findChild<QWidget *>(QStringLiteral("settingsLanguage.error"));
        return note && note->isVisible();
    };
    const QString english = QStringLiteral("en");
    const QString korean = QStringLiteral("ko");
    QVERIFY(noteAfter(english, Qt::Key_End)); // Korean
    QVERIFY(noteAfter(english, 0));           // it is still English that is in force
    QVERIFY(!noteAfter(english, Qt::Key_Up)); // back to it
    QVERIFY(!noteAfter(english, 0));
    QVERIFY(noteAfter(korean, 0)); // as after --language ko
    QVERIFY(!noteAfter(korean, Qt::Key_End));
    // The system's language is one of the two as well.
    const QString systems = Translations::resolved({});
    QVERIFY(!noteAfter(systems, Qt::Key_Home));
    QVERIFY(noteAfter(systems == english ? korean : english, 0));
}

void TestMainWindow::connectionMenuTellsTheChoice()
{
    QSignalSpy chosen(m_window.get(), &MainWindow::connectionChosen);
    find(m_window.get(), QStringLiteral("connectionCard"))->setFocus();
    press(Qt::Key_Space);
    auto *menu = m_window->findChild<QMenu *>(QStringLiteral("connectionMenu"));
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("acme"));
}

void TestMainWindow::connectionMenuBeginsWithTheRecent()
{
    const auto named = [](const QString &id, profiles::Environment environment, bool readOnly) {
        profiles::Connection made;
        made.id = id;
        made.name = id;
        made.environment = environment;
        made.readOnly = readOnly;
        return made;
    };
    const auto first = named(QStringLiteral("first"), profiles::Environment::Development, false);
    const auto second = named(QStringLiteral("second"), profiles::Environment::Production, true);
    m_window->setConnections({first, second}, {second});
    m_window->openConnectionMenu();
    auto *menu = m_window->findChild<QMenu *>(QStringLiteral("connectionMenu"));
    QVERIFY(menu);
    const QList<QAction *> entries = menu->actions();
    QCOMPARE(entries.at(0)->text(), QStringLiteral("second\tPRODUCTION · read-only"));
    QVERIFY(entries.at(1)->isSeparator());
    QCOMPARE(entries.at(2)->text(), QStringLiteral("first\tDEVELOPMENT"));
    QVERIFY(!entries.at(2)->icon().isNull());
    menu->close();
}

void TestMainWindow::connectionIsSaidInWords()
{
    const QWidget *card = find(m_window.get(), QStringLiteral("connectionCard"));
    QCOMPARE(card->accessibleName(), QStringLiteral("Connection: acme-prod"));
    QCOMPARE(card->accessibleDescription(), QStringLiteral("PRODUCTION · read-only · eu-west-1"));
    profiles::Connection sandbox{.id = QStringLiteral("sandbox"),
                                 .name = QStringLiteral("Sandbox"),
                                 .kind = profiles::Connection::Kind::Sandbox,
                                 .environment = profiles::Environment::Sandbox};
    sandbox.userPoolId = QStringLiteral("us-east-1_Demo01");
    m_window->setConnection(sandbox);
    QCOMPARE(card->accessibleDescription(), QStringLiteral("us-east-1_Demo01 · in this program"));
    m_window->setPoolName(QStringLiteral("Demo pool"));
    QCOMPARE(card->accessibleDescription(), QStringLiteral("Demo pool · in this program"));
    QVERIFY(card->toolTip().contains(u"us-east-1_Demo01"));
}

void TestMainWindow::bannersComeAndGo()
{
    QSignalSpy action(m_window->banners(), &Banners::actionTriggered);
    m_window->banners()->show(QStringLiteral("keychain"),
                              {.tone = Tone::Caution,
                               .title = QStringLiteral("No keychain."),
                               .actions = {{QStringLiteral("retry"), QStringLiteral("Try again")}}});
    QVERIFY(m_window->banners()->isVisible());
    QTest::keyClick(find(m_window.get(), QStringLiteral("calloutAction.retry")), Qt::Key_Space);
    QTRY_COMPARE(action.count(), 1);
    QCOMPARE(action.first().at(0).toString(), QStringLiteral("keychain"));
    m_window->banners()->hide(QStringLiteral("keychain"));
    QVERIFY(!m_window->banners()->isVisible());
    QVERIFY(!m_window->banners()->isShown(QStringLiteral("keychain")));
}

void TestMainWindow::bannersAreClosed()
{
    Banners *banners = m_window->banners();
    QSignalSpy closed(banners, &Banners::closed);
    banners->show(QStringLiteral("damage"), {.title = QStringLiteral("Moved aside."), .canBeClosed = true});
    banners->show(QStringLiteral("keychain"), {.title = QStringLiteral("No keychain.")});
    const auto button = [banners](const QString &id) {
        return find(find(banners, QStringLiteral("banner.") + id), QStringLiteral("calloutClose"));
    };
    QVERIFY(!button(QStringLiteral("keychain"))->isVisible()); // its cause is not gone
    QTest::keyClick(button(QStringLiteral("damage")), Qt::Key_Space);
    QVERIFY(!banners->isShown(QStringLiteral("damage")));
    QVERIFY(banners->isVisible());
    QCOMPARE(closed.count(), 1);
    QCOMPARE(closed.first().first().toString(), QStringLiteral("damage"));
    banners->show(QStringLiteral("keychain"), {.title = QStringLiteral("Odd."), .canBeClosed = true});
    QTest::keyClick(button(QStringLiteral("keychain")), Qt::Key_Space);
    QVERIFY(!banners->isVisible());
    banners->show(QStringLiteral("damage"), {.title = QStringLiteral("Again."), .canBeClosed = true});
    QVERIFY(banners->isVisible());
}

void TestMainWindow::stateIsRestored()
{
    QSettings settings(m_folder->filePath(QStringLiteral("state.ini")), QSettings::IniFormat);
    std::unique_ptr<MainWindow> first(make(&settings));
    showActive(first.get());
    first->resize(1100, 700);
    first->setActivityShown(true);
    first->showPage(QStringLiteral("users"));
    QVERIFY(first->close());
    const QSize size = first->size();
    first.reset();
    std::unique_ptr<MainWindow> second(make(&settings));
    showActive(second.get());
    QCOMPARE(second->size(), size);
    QCOMPARE(second->currentPage(), QStringLiteral("users"));
    QVERIFY(second->activityPanel()->isVisible());
}

void TestMainWindow::firstSizeFitsTheScreen()
{
    QCOMPARE(MainWindow::firstSize({1920, 1040}), QSize(1280, 800));
    const QSize small = MainWindow::firstSize({1280, 800}); // the status bar and the frame are on it, too
    QVERIFY(small.width() <= 1280 && small.height() <= 800 - 30);
    QVERIFY(small.width() >= 960 && small.height() >= 600);
    QCOMPARE(MainWindow::firstSize({800, 600}), QSize(960, 600)); // no smaller one is of use
}

void TestMainWindow::pageIsRestoredWhenItComes()
{
    QSettings settings(m_folder->filePath(QStringLiteral("state.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("window/page"), QStringLiteral("users"));
    MainWindow::Parts parts;
    parts.theme = m_theme.get();
    parts.settings = &settings;
    MainWindow window(std::move(parts));
    window.setPages({page(QStringLiteral("signup"), QStringLiteral("Sign up"), Section::Try),
                     page(QStringLiteral("users"), QStringLiteral("Users"), Section::Inspect)});
    QCOMPARE(window.currentPage(), QStringLiteral("users"));
}

void TestMainWindow::nothingSecretInSettings()
{
    QSettings settings(m_folder->filePath(QStringLiteral("secret.ini")), QSettings::IniFormat);
    std::unique_ptr<MainWindow> window(make(&settings));
    showActive(window.get());
    find<QLineEdit>(window.get(), QStringLiteral("signup.field"))->setText(QStringLiteral("canary-7d1f"));
    window->close();
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys)
        QVERIFY(!settings.value(key).toString().contains(QStringLiteral("canary")));
}

void TestMainWindow::closesAtAnyTime()
{
    m_window->openPalette();
    m_window->openShortcuts();
    m_window->openSettings();
    m_window->openAbout();
    m_window->setMailboxAvailable(true);
    QVERIFY(m_window->close());
    m_window.reset();
}

void TestMainWindow::orderIsAsRead()
{
    m_window->setMailboxAvailable(true);
    find(m_window.get(), QStringLiteral("openPalette"))->setFocus();
    QCOMPARE(tabStops(m_window.get()), QStringList({QStringLiteral("connectionCard"), QStringLiteral("nav.signup"),
                                                    QStringLiteral("panel.mailbox"), QStringLiteral("panel.activity"),
                                                    QStringLiteral("foot.settings"), QStringLiteral("signup.field"),
                                                    QStringLiteral("openPalette")}));
}

void TestMainWindow::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TestMainWindow::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    init(); // anew, in that language
    QCOMPARE(accessibilityFaults(m_window.get()).join(u'\n'), QString());
    m_window->setMailboxAvailable(true);
    m_window->setMailboxShown(true);
    m_window->setActivityShown(true);
    QCOMPARE(accessibilityFaults(m_window.get()).join(u'\n'), QString());
}

void TestMainWindow::noFaultsInItsDialogs_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("key");
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")}) {
        const QByteArray suffix = language == u"ko" ? " in Korean" : "";
        QTest::newRow("commands" + suffix) << language << "commandPalette" << int(Qt::CTRL) + int(Qt::Key_K);
        QTest::newRow("shortcuts" + suffix) << language << "shortcutsDialog" << int(Qt::Key_F1);
        QTest::newRow("settings" + suffix) << language << "settingsDialog" << int(Qt::CTRL) + int(Qt::Key_Comma);
    }
}

void TestMainWindow::noFaultsInItsDialogs()
{
    QFETCH(QString, language);
    QFETCH(QString, name);
    QFETCH(int, key);
    Translations translations;
    translations.install(language);
    QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_window.reset(make(&settings));
    showActive(m_window.get());
    press(key & ~int(Qt::KeyboardModifierMask), Qt::KeyboardModifiers(key & int(Qt::KeyboardModifierMask)));
    QWidget *dialog = openDialog(name);
    QVERIFY(dialog);
    QCOMPARE(accessibilityFaults(dialog).join(u'\n'), QString());
    m_window.reset();
}

void TestMainWindow::smallWindowHolds()
{
    m_window->setMailboxAvailable(true);
    m_window->setActivityShown(true);
    m_window->resize(960, 600);
    QApplication::processEvents();
    QCOMPARE(m_window->size(), QSize(960, 600));
    QVERIFY(m_window->page(QStringLiteral("signup"))->width() >= 420);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

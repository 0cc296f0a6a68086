#include "ui/why/whybench.h"

#include "ui/common/callout.h"
#include "ui/keyboard.h"
#include "ui/why/whypage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

namespace poolscope::ui {

WhyBench::WhyBench() = default;

WhyBench::~WhyBench() = default;

void WhyBench::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

void WhyBench::begin(ScreenBench::Service service)
{
    m_bench = std::make_unique<ScreenBench>(service);
}

void WhyBench::showPage(bool withSettings)
{
    if (withSettings) {
        m_bench->access().loadSettings();
        QTRY_COMPARE(m_bench->access().settings().state, auth::PoolSettings::State::Known);
    }
    m_page = std::make_unique<WhyPage>(m_bench->workspace());
    m_page->resize(900, 900);
    showActive(m_page.get());
}

void WhyBench::search(const QString &name)
{
    auto *field = find<QLineEdit>(m_page.get(), QStringLiteral("why.name"));
    field->setFocus();
    field->selectAll();
    type(name);
    ui::press(Qt::Key_Return);
    QTRY_VERIFY(find(m_page.get(), QStringLiteral("why.search"))->isEnabled());
}

QStringList WhyBench::causes() const
{
    QStringList list;
    const auto callouts = m_page->findChildren<Callout *>();
    for (const Callout *one : callouts) {
        if (one->objectName().startsWith(u"why.finding."))
            list += one->objectName().mid(12);
    }
    return list;
}

Callout *WhyBench::finding(const QString &cause) const
{
    return m_page->findChild<Callout *>(QStringLiteral("why.finding.") + cause);
}

void WhyBench::press(const QString &action)
{
    auto *button = m_page->findChild<QPushButton *>(QStringLiteral("calloutAction.") + action);
    QVERIFY2(button, qPrintable(action));
    button->click();
}

void WhyBench::confirm()
{
    const QPointer<QWidget> dialog = openDialog(QStringLiteral("confirmDialog"));
    QVERIFY(dialog);
    find<QPushButton>(dialog, QStringLiteral("confirmButton"))->click();
    QTRY_VERIFY(!dialog);
}

QString WhyBench::status(const QString &name)
{
    const auto user =
        m_bench->call(idp::AdminGetUserRequest{.userPoolId = m_bench->access().userPoolId(), .username = name});
    return user ? user->userStatus.value_or(QString()) : user.error().code;
}

bool WhyBench::saysSomewhere(const QString &text) const
{
    const auto labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
        return label->isVisibleTo(m_page.get()) && label->text().contains(text);
    });
}

// Scripted: what looking up somebody's address gives.
void WhyBench::answerSearch(const QByteArray &enabled)
{
    for (const QByteArray &users : {listed(enabled), QByteArray("{'Users':[]}"), QByteArray("{'Users':[]}")})
        m_bench->answer(users);
}

QWidget *WhyBench::askForAPassword(const QString &action)
{
    press(action);
    QWidget *dialog = openDialog(QStringLiteral("setPasswordDialog"));
    if (dialog)
        find(dialog, QStringLiteral("setPassword.password"))->setFocus();
    return dialog;
}

Callout *WhyBench::outcome() const
{
    return m_page->findChild<Callout *>(QStringLiteral("why.outcome"));
}

Callout *WhyBench::callout() const
{
    return m_page->findChild<Callout *>(QStringLiteral("why.callout"));
}

QByteArray listed(const QByteArray &enabled)
{
    return "{'Users':[{'Username':'7d8e2c1a','UserStatus':'CONFIRMED','Enabled':" + enabled +
           ",'UserCreateDate':1700000000,'Attributes':[{'Name':'email','Value':'sunny@example.com'},"
           "{'Name':'email_verified','Value':'true'}]}]}";
}

} // namespace poolscope::ui

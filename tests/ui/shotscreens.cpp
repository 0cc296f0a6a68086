#include "ui/shotscreens.h"

#include "ui/keyboard.h"
#include "ui/mailbox/mailboxpanel.h"

#include <QAbstractButton>
#include <QHash>
#include <QLineEdit>

#include <algorithm>

namespace poolscope::ui {

namespace {

class BenchMailbox final : public MailboxSource
{
public:
    explicit BenchMailbox(ScreenBench &bench)
        : m_bench(bench)
    {
        connect(&bench.sandbox(), &sandbox::Sandbox::messagesChanged, this, &MailboxSource::changed);
    }
    void messages(QObject *context, std::function<void(Result<QList<sandbox::Message>>)> handler) override
    {
        m_bench.sandbox().messages({.userPoolId = m_bench.access().userPoolId()}, context, std::move(handler));
    }
    void expire(qint64 id, QObject *context, std::function<void(Result<void>)> handler) override
    {
        m_bench.sandbox().expireMessage(id, context, std::move(handler));
    }

private:
    ScreenBench &m_bench;
};

QString titleOf(const QString &pageId)
{
    static const QHash<QString, QString> titles{{QStringLiteral("signup"), QStringLiteral("Sign up")},
                                                {QStringLiteral("signin"), QStringLiteral("Sign in")},
                                                {QStringLiteral("tokens"), QStringLiteral("Tokens")},
                                                {QStringLiteral("sandboxusers"), QStringLiteral("Sandbox")}};
    return titles.value(pageId, pageId);
}

std::unique_ptr<QWidget> makeScreen(const ScreenShot &screen, ScreenBench *bench,
                                    std::vector<std::shared_ptr<void>> &keep)
{
    if (screen.before)
        screen.before(*bench);
    if (screen.service == ScreenBench::Service::Sandbox)
        bench->access().loadSettings();
    MakeWidget mailbox;
    if (screen.mailbox) {
        const auto source = std::make_shared<BenchMailbox>(*bench);
        keep.push_back(source);
        mailbox = [source = source.get()](QWidget *parent) { return new MailboxPanel(source, parent); };
    }
    const QString pageId = screen.id.section(u'-', 0, 0);
    return inMainWindow(
        pageId, titleOf(pageId), [screen, bench](QWidget *parent) { return screen.page(*bench, parent); }, mailbox);
}

} // namespace

void addScreen(ShotList &list, const ScreenShot &screen)
{
    auto shared = std::make_shared<std::weak_ptr<ScreenBench>>();
    list.add({screen.id, screen.size,
              [=](auto &keep) {
                  auto bench = std::make_shared<ScreenBench>(screen.service);
                  *shared = bench;
                  keep.push_back(bench);
                  return makeScreen(screen, bench.get(), keep);
              },
              [=](QWidget *window) {
                  const auto bench = shared->lock();
                  if (!bench)
                      return;
                  ScreenBench::wait([&] {
                      return screen.service == ScreenBench::Service::Scripted ||
                             bench->access().settings().state == auth::PoolSettings::State::Known;
                  });
                  if (screen.prepare)
                      screen.prepare(*bench, window);
              }});
}

void fill(QWidget *window, const QString &name, const QString &text)
{
    if (auto *edit = find<QLineEdit>(window, name))
        edit->setText(text);
}

void click(QWidget *window, const QString &name)
{
    if (auto *button = find<QAbstractButton>(window, name))
        button->click();
}

void waitFor(QWidget *window, const QString &name)
{
    const bool came = ScreenBench::wait([&] {
        const auto widgets = window->findChildren<QWidget *>(name);
        return std::any_of(widgets.cbegin(), widgets.cend(), [](QWidget *widget) { return widget->isVisible(); });
    });
    if (!came)
        qWarning("\"%s\" did not come", qPrintable(name));
}

void waitForCallout(QWidget *window)
{
    waitFor(window, QStringLiteral("calloutCopy"));
}

void expireNewestMessage(ScreenBench &bench, const QString &to)
{
    QObject context;
    bool done = false;
    bench.sandbox().expireMessage(bench.newestMessage(to).id, &context, [&](const Result<void> &) { done = true; });
    ScreenBench::wait([&] { return done; });
    bench.messages();
}

} // namespace poolscope::ui

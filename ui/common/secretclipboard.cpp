#include "ui/common/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace poolscope::ui {

namespace {

// KDE's and others', Windows', and macOS' ways to say so.
void markAsSecret(QMimeData &data)
{
    data.setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
    data.setData(QStringLiteral("application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""),
                 "1");
    data.setData(QStringLiteral("application/x-nspasteboard-concealed-type"), "1");
}

} // namespace

SecretClipboard::SecretClipboard(std::chrono::milliseconds kept, QObject *parent)
    : QObject(parent)
{
    m_kept.setSingleShot(true);
    m_kept.setInterval(kept);
    connect(&m_kept, &QTimer::timeout, this, &SecretClipboard::clear);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        if (!m_kept.isActive() || isHeld())
            return;
        m_kept.stop(); // what lies there now is not going to be taken away
        emit ended();
    });
}

SecretClipboard::~SecretClipboard()
{
    m_kept.stop();
    if (isHeld())
        QGuiApplication::clipboard()->clear();
}

void SecretClipboard::copy(const QString &secret)
{
    if (secret.isEmpty())
        return;
    auto *data = new QMimeData;
    data->setText(secret);
    markAsSecret(*data);
    m_held = data;
    QGuiApplication::clipboard()->setMimeData(data);
    m_kept.start();
    emit copied();
}

// Asks for the object, not for its text: another program's text may take seconds to come.
bool SecretClipboard::isHeld() const
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    return m_held && (clipboard->mimeData() == m_held || clipboard->ownsClipboard());
}

void SecretClipboard::clear()
{
    if (isHeld())
        QGuiApplication::clipboard()->clear();
    emit ended();
}

} // namespace poolscope::ui

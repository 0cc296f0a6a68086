#pragma once

#include "ui/common/callout.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace poolscope::ui {

// Lines above the page for what concerns the whole program: no keychain, no answer from the endpoint, a clock that jumped.
// What is only to be known is shown with Content::canBeClosed; the rest stays until its cause is gone.
class Banners final : public QWidget
{
    Q_OBJECT

public:
    explicit Banners(QWidget *parent = nullptr);

    void show(const QString &id, const Callout::Content &content); // replaces the one of that id
    void hide(const QString &id);
    bool isShown(const QString &id) const;
    using QWidget::hide;
    using QWidget::show;

signals:
    void actionTriggered(const QString &id, const QString &actionId);
    void closed(const QString &id); // by the user

private:
    void updateVisibility();

    QVBoxLayout *m_layout;
    QHash<QString, Callout *> m_callouts;
};

} // namespace poolscope::ui

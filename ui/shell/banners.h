#pragma once

#include "ui/common/callout.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace poolscope::ui {

// Lines above the page for what concerns the whole program: no keychain, no answer from the endpoint, a clock that jumped.
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

private:
    void updateVisibility();

    QVBoxLayout *m_layout;
    QHash<QString, Callout *> m_callouts;
};

} // namespace poolscope::ui

#include "ui/common/emptystate.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace poolscope::ui {

namespace {

// Repaints from the engine, so that it follows the theme.
class IconWidget final : public QWidget
{
public:
    IconWidget(const QString &name, QWidget *parent)
        : QWidget(parent)
        , m_icon(icon(name, ColorRole::Muted))
    {
        setFixedSize(32, 32);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

// The narrowest width that costs no further line: no word is left alone on the last one.
int balancedWidth(const QLabel &label)
{
    constexpr int widest = 480;
    constexpr int narrowest = 180;
    const QFontMetrics metrics(label.font());
    const auto height = [&](int width) {
        return metrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, label.text()).height();
    };
    const int least = height(widest);
    int low = narrowest;
    int high = widest;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (height(middle) > least)
            low = middle + 1;
        else
            high = middle;
    }
    return qMin(widest, high + 4);
}

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_title(headingLabel(title, this))
    , m_text(mutedLabel(text, this))
{
    m_layout->setContentsMargins(24, 24, 24, 24);
    m_layout->addStretch(2);
    m_layout->addWidget(new IconWidget(iconName, this), 0, Qt::AlignHCenter);
    m_layout->addWidget(m_title, 0, Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setMinimumWidth(180);
    m_text->setMaximumWidth(balancedWidth(*m_text));
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_text, 100);
    line->addStretch(1);
    m_layout->addLayout(line);
    m_layout->addStretch(3);
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setMaximumWidth(balancedWidth(*m_text));
}

QPushButton *EmptyState::addAction(const QString &id, const QString &text, bool primary)
{
    QPushButton *button = primary ? static_cast<QPushButton *>(new PrimaryButton(text, this))
                                  : static_cast<QPushButton *>(new QPushButton(text, this));
    button->setObjectName(QStringLiteral("emptyAction.") + id);
    connect(button, &QPushButton::clicked, this, [this, id] { emit actionTriggered(id); });
    m_layout->insertWidget(m_layout->count() - 1, button, 0, Qt::AlignHCenter);
    return button;
}

} // namespace poolscope::ui

#pragma once

#include "ui/common/colors.h"

#include <QLabel>
#include <QStyledItemDelegate>

namespace poolscope::ui {

// A short word on a rounded ground: a status, a count, a check. Its words carry the meaning, its tone only repeats it.
class Chip final : public QLabel
{
    Q_OBJECT

public:
    explicit Chip(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    Tone tone() const { return m_tone; }
    void setTone(Tone tone);
    void setIconName(const QString &breezeName); // before the text, in the text's colour

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QString m_iconName;
};

// Draws a chip left-aligned and vertically centred in `area`, elided where it does not fit.
void paintChip(QPainter *painter, const QRect &area, const QString &text, Tone tone, const QFont &font,
               const QPalette &palette);

// A whole table cell: ground and selection as usual, its text as a chip. For delegates.
void paintChipCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, Tone tone);

// For a column whose cells tell their tone (as int) under `toneRole`.
class ChipDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ChipDelegate(int toneRole, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_toneRole;
};

} // namespace poolscope::ui
